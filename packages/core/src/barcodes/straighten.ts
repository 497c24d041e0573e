import type { Point } from "../model/geometry.js";
import { boxAt, type TurnedBox } from "../ocr/turned-box.js";
import type { GrayPicture } from "./gray.js";

/** Radians either side that are tried: differences of neighbouring pixels misjudge fine bars by that much. */
const REACH = 0.14;
/** Radians from one try to the next: bars half a degree off still line up. */
const STEP = 0.01;
/** Share of a box, about its middle, that is looked at: its corners hold what is not bars. */
const CORE = 0.7;

/** Rows that are looked at, spread over the box. */
const ROWS = 16;

/** The box around points in that direction near `angle` in which the bars line up best. */
export function straighten(picture: GrayPicture, points: readonly Point[], angle: number): TurnedBox {
  let best = { contrast: -1, box: boxAt(points, angle) };
  for (let turn = -REACH; turn <= REACH; turn += STEP) {
    const box = boxAt(points, angle + turn);
    const contrast = contrastAlong(picture, box);
    if (contrast > best.contrast) best = { contrast, box };
  }
  return best.box;
}

/** How much the mean brightness across the box varies along it. */
function contrastAlong({ data, width, height }: GrayPicture, box: TurnedBox): number {
  const [columns, rows] = [Math.round(box.width * CORE), Math.min(ROWS, Math.round(box.height * CORE))];
  const rowStep = (box.height * CORE) / rows;
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  let [sum, squares] = [0, 0];
  for (let column = 0; column < columns; column++) {
    let [bright, count] = [0, 0];
    for (let row = 0; row < rows; row++) {
      const along = column - columns / 2;
      const across = (row + 0.5 - rows / 2) * rowStep;
      const x = Math.round(box.center.x + along * cos - across * sin);
      const y = Math.round(box.center.y + along * sin + across * cos);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      bright += data[y * width + x]!;
      count++;
    }
    const mean = count === 0 ? 0 : bright / count;
    sum += mean;
    squares += mean * mean;
  }
  return columns === 0 ? 0 : squares / columns - (sum / columns) ** 2;
}
