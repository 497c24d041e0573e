import type { Raster } from "../engine.js";
import { quadOfTextBox, type TextBox } from "./text-box.js";

/** Pixels across a line as the recogniser was trained. */
export const LINE_HEIGHT = 48;

/** Width over height of a pixel of a line: narrower letters are read as well, and time goes with the width. */
const SQUEEZE = 0.85;

/** Samples each way for one pixel of a line, at most: beyond that shrinking gains nothing. */
const MAX_SAMPLES = 6;

/** A line of text laid straight: {@link LINE_HEIGHT} rows of 8-bit RGB. */
export interface LinePicture {
  readonly data: Uint8Array;
  /** Pixels along the line. */
  readonly width: number;
}

/** Cuts a box out of a picture, straight and at the height the networks expect. */
export function cropLine(raster: Raster, box: TextBox): LinePicture {
  const scale = LINE_HEIGHT / Math.max(1, box.height);
  const width = Math.max(8, Math.round(box.width * scale * SQUEEZE));
  const samples = Math.min(MAX_SAMPLES, Math.max(1, Math.round(1 / scale)));
  const [origin, right, , down] = quadOfTextBox(box);
  const [columns, rows] = [width * samples, LINE_HEIGHT * samples];
  const along = { x: (right.x - origin.x) / columns, y: (right.y - origin.y) / columns };
  const across = { x: (down.x - origin.x) / rows, y: (down.y - origin.y) / rows };
  const sums = new Float32Array(width * LINE_HEIGHT * 3);
  for (let row = 0; row < rows; row++) {
    const line = Math.floor(row / samples) * width;
    for (let column = 0; column < columns; column++) {
      const x = origin.x + (column + 0.5) * along.x + (row + 0.5) * across.x;
      const y = origin.y + (column + 0.5) * along.y + (row + 0.5) * across.y;
      addPixel(raster, x, y, sums, (line + Math.floor(column / samples)) * 3);
    }
  }
  return { data: Uint8Array.from(sums, (sum) => Math.round(sum / (samples * samples))), width };
}

/** Adds the colour at a place between pixels, bilinear, to three sums; beyond the edge the edge goes on. */
function addPixel({ data, width, height }: Raster, x: number, y: number, sums: Float32Array, to: number): void {
  const px = Math.min(Math.max(x - 0.5, 0), width - 1);
  const py = Math.min(Math.max(y - 0.5, 0), height - 1);
  const x0 = Math.floor(px);
  const y0 = Math.floor(py);
  const fx = px - x0;
  const fy = py - y0;
  const right = x0 + 1 < width ? 3 : 0;
  const below = y0 + 1 < height ? width * 3 : 0;
  const at = (y0 * width + x0) * 3;
  for (let c = 0; c < 3; c++) {
    const i = at + c;
    const top = data[i]! * (1 - fx) + data[i + right]! * fx;
    const bottom = data[i + below]! * (1 - fx) + data[i + below + right]! * fx;
    sums[to + c]! += top * (1 - fy) + bottom * fy;
  }
}

/** The same line turned by 180°. */
export function turnLine({ data, width }: LinePicture): LinePicture {
  const turned = new Uint8Array(data.length);
  const pixels = data.length / 3;
  for (let i = 0; i < pixels; i++) {
    const from = (pixels - 1 - i) * 3;
    for (let c = 0; c < 3; c++) turned[i * 3 + c] = data[from + c]!;
  }
  return { data: turned, width };
}
