import type { Point } from "../model/geometry.js";
import type { Raster } from "./engine.js";
import { quadOfTurnedBox, type TurnedBox } from "./turned-box.js";

/** Samples each way for one pixel, at most: beyond that shrinking gains nothing. */
const MAX_SAMPLES = 6;

/**
 * The part of a picture inside a box, laid straight and scaled to a size; shrinking takes the mean. The whole picture at its
 * size is the picture itself, not a copy.
 */
export function cropBox(
  raster: Raster,
  box: TurnedBox,
  size: { readonly width: number; readonly height: number },
): Raster {
  const { width, height } = size;
  if (isWhole(raster, box) && width === raster.width && height === raster.height) return raster;
  const samplesAlong = samplesFor(box.width / width);
  const samplesAcross = samplesFor(box.height / height);
  const [origin, right, , down] = quadOfTurnedBox(box);
  const [columns, rows] = [width * samplesAlong, height * samplesAcross];
  const along = { x: (right.x - origin.x) / columns, y: (right.y - origin.y) / columns };
  const across = { x: (down.x - origin.x) / rows, y: (down.y - origin.y) / rows };
  const count = samplesAlong * samplesAcross;
  const data = new Uint8Array(width * height * 3);
  const sums = new Float32Array(width * 3);
  for (let row = 0; row < rows; row++) {
    const shift = { x: (row + 0.5) * across.x, y: (row + 0.5) * across.y };
    addRow(raster, { origin, along, shift, samples: samplesAlong }, sums);
    if ((row + 1) % samplesAcross > 0) continue;
    const start = Math.floor(row / samplesAcross) * width * 3;
    for (let i = 0; i < sums.length; i++) data[start + i] = sums[i]! / count + 0.5;
    sums.fill(0);
  }
  return { data, width, height };
}

function isWhole({ width, height }: Raster, box: TurnedBox): boolean {
  const isAsLarge = box.width === width && box.height === height;
  return isAsLarge && box.angle === 0 && box.center.x === width / 2 && box.center.y === height / 2;
}

function samplesFor(pixels: number): number {
  return Math.min(MAX_SAMPLES, Math.max(1, Math.round(pixels)));
}

/** Places in a picture that follow one another on a straight line. */
interface Row {
  readonly origin: Point;
  /** From one to the next. */
  readonly along: Point;
  /** Of the whole row. */
  readonly shift: Point;
  /** So many in a row are one pixel. */
  readonly samples: number;
}

/**
 * Adds the colours at the places of a row, bilinear, to three sums a pixel; beyond the edge the edge goes on. One loop without
 * calls: a picture has millions of places.
 */
function addRow({ data, width, height }: Raster, { origin, along, shift, samples }: Row, sums: Float32Array): void {
  const [{ x: left, y: top }, { x: stepX, y: stepY }, { x: shiftX, y: shiftY }] = [origin, along, shift];
  const [lastX, lastY, stride] = [width - 1, height - 1, width * 3];
  for (let column = 0, to = 0, sample = 0; to < sums.length; column++) {
    const x = left + (column + 0.5) * stepX + shiftX - 0.5;
    const y = top + (column + 0.5) * stepY + shiftY - 0.5;
    const px = Math.min(Math.max(x, 0), lastX);
    const py = Math.min(Math.max(y, 0), lastY);
    // Places are not negative, so this is the floor.
    const [x0, y0] = [px | 0, py | 0];
    const [fx, fy] = [px - x0, py - y0];
    const at = y0 * stride + x0 * 3;
    const right = x0 < lastX ? 3 : 0;
    const below = y0 < lastY ? stride : 0;
    for (let c = 0; c < 3; c++) {
      const i = at + c;
      const upper = data[i]! * (1 - fx) + data[i + right]! * fx;
      const lower = data[i + below]! * (1 - fx) + data[i + below + right]! * fx;
      sums[to + c]! += upper * (1 - fy) + lower * fy;
    }
    if (++sample < samples) continue;
    sample = 0;
    to += 3;
  }
}
