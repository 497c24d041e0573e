import type { Raster } from "./engine.js";
import { quadOfTurnedBox, type TurnedBox } from "./turned-box.js";

/** Samples each way for one pixel, at most: beyond that shrinking gains nothing. */
const MAX_SAMPLES = 6;

/** The part of a picture inside a box, laid straight and scaled to a size; shrinking takes the mean. */
export function cropBox(
  raster: Raster,
  box: TurnedBox,
  size: { readonly width: number; readonly height: number },
): Raster {
  const { width, height } = size;
  const samplesAlong = samplesFor(box.width / width);
  const samplesAcross = samplesFor(box.height / height);
  const [origin, right, , down] = quadOfTurnedBox(box);
  const [columns, rows] = [width * samplesAlong, height * samplesAcross];
  const along = { x: (right.x - origin.x) / columns, y: (right.y - origin.y) / columns };
  const across = { x: (down.x - origin.x) / rows, y: (down.y - origin.y) / rows };
  const data = new Uint8Array(width * height * 3);
  const sums = new Float32Array(width * 3);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = origin.x + (column + 0.5) * along.x + (row + 0.5) * across.x;
      const y = origin.y + (column + 0.5) * along.y + (row + 0.5) * across.y;
      addPixel(raster, x, y, sums, Math.floor(column / samplesAlong) * 3);
    }
    if ((row + 1) % samplesAcross > 0) continue;
    const start = Math.floor(row / samplesAcross) * width * 3;
    for (let i = 0; i < sums.length; i++) data[start + i] = Math.round(sums[i]! / (samplesAlong * samplesAcross));
    sums.fill(0);
  }
  return { data, width, height };
}

function samplesFor(pixels: number): number {
  return Math.min(MAX_SAMPLES, Math.max(1, Math.round(pixels)));
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
