import type { Raster } from "../engine.js";
import { quadOfTextBox, type TextBox } from "./text-box.js";

/** Pixels across a line as the recogniser was trained. */
export const LINE_HEIGHT = 48;

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
  const width = Math.max(8, Math.round(box.width * scale));
  const data = new Uint8Array(width * LINE_HEIGHT * 3);
  const [origin, right, , down] = quadOfTextBox(box);
  const [ux, uy] = [(right.x - origin.x) / width, (right.y - origin.y) / width];
  const [vx, vy] = [(down.x - origin.x) / LINE_HEIGHT, (down.y - origin.y) / LINE_HEIGHT];
  const samples = Math.min(MAX_SAMPLES, Math.max(1, Math.round(1 / scale)));
  const sum = new Float64Array(3);
  for (let y = 0; y < LINE_HEIGHT; y++) {
    for (let x = 0; x < width; x++) {
      sum.fill(0);
      for (let j = 0; j < samples; j++) {
        for (let i = 0; i < samples; i++) {
          const [along, across] = [x + (i + 0.5) / samples, y + (j + 0.5) / samples];
          addPixel(raster, origin.x + along * ux + across * vx, origin.y + along * uy + across * vy, sum);
        }
      }
      const at = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) data[at + c] = Math.round(sum[c]! / (samples * samples));
    }
  }
  return { data, width };
}

/** Adds the colour at a place between pixels, bilinear; beyond the edge the edge goes on. */
function addPixel({ data, width, height }: Raster, x: number, y: number, sum: Float64Array): void {
  const px = Math.min(Math.max(x - 0.5, 0), width - 1);
  const py = Math.min(Math.max(y - 0.5, 0), height - 1);
  const [x0, y0] = [Math.floor(px), Math.floor(py)];
  const [fx, fy] = [px - x0, py - y0];
  const right = x0 + 1 < width ? 3 : 0;
  const below = y0 + 1 < height ? width * 3 : 0;
  const at = (y0 * width + x0) * 3;
  for (let c = 0; c < 3; c++) {
    const i = at + c;
    const top = data[i]! * (1 - fx) + data[i + right]! * fx;
    const bottom = data[i + below]! * (1 - fx) + data[i + below + right]! * fx;
    sum[c] = sum[c]! + top * (1 - fy) + bottom * fy;
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
