/** How bytes were made smaller before compression, ISO 32000-2, table 8. */
export interface Prediction {
  /** 1 none, 2 TIFF, from 10 on PNG. */
  readonly predictor: number;
  readonly colors: number;
  /** Bits of a component. */
  readonly bits: number;
  /** Samples of a row. */
  readonly columns: number;
}

const TIFF = 2;
const FIRST_PNG = 10;

/** The bytes before prediction. TIFF prediction of other than 8-bit samples occurs in pictures only and is left as it is. */
export function undoPredictor(bytes: Uint8Array, { predictor, colors, bits, columns }: Prediction): Uint8Array {
  const pixel = Math.max(1, (colors * bits) >> 3);
  const row = Math.ceil((colors * bits * columns) / 8);
  if (row <= 0 || predictor === 1) return bytes;
  if (predictor === TIFF) return bits === 8 ? undoTiff(bytes, row, pixel) : bytes;
  return predictor >= FIRST_PNG ? undoPng(bytes, row, pixel) : bytes;
}

function undoTiff(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const out = Uint8Array.from(bytes);
  for (let at = 0; at < out.length; at++) if (at % row >= pixel) out[at] = (out[at]! + out[at - pixel]!) & 0xff;
  return out;
}

/** Filters of PNG, RFC 2083, 6: each row begins with its filter's number. */
function undoPng(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  let length = 0;
  for (let y = 0; y < rows; y++) {
    const from = y * (row + 1);
    const filter = bytes[from]!;
    for (let x = 0; x < row && from + 1 + x < bytes.length; x++) {
      const at = y * row + x;
      const left = x >= pixel ? out[at - pixel]! : 0;
      const up = y > 0 ? out[at - row]! : 0;
      const upLeft = y > 0 && x >= pixel ? out[at - row - pixel]! : 0;
      out[at] = (bytes[from + 1 + x]! + guess(filter, left, up, upLeft)) & 0xff;
      length = at + 1;
    }
  }
  return out.subarray(0, length);
}

function guess(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter === 4) return paeth(left, up, upLeft);
  return 0;
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - upLeft)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
}
