import type { Raster } from "../ocr/engine.js";
import { holds, type TurnedBox } from "../ocr/turned-box.js";
import { grayOf } from "./gray.js";
import { stripedPatches } from "./stripes.js";

/** Pixels of the longer side at which stripes are looked for: bars of one module are still apart there. */
const SIDE = 4200;
/** How much smaller the second look is, for symbols so large that a square of the first falls between two bars. */
const SECOND_SHRINK = 3;

/** Where a picture is striped, whatever the size of the stripes. Pixels of the raster. */
export function stripedBoxes(raster: Raster): readonly TurnedBox[] {
  const shrink = Math.max(1, Math.round(Math.max(raster.width, raster.height) / SIDE));
  const near = patchesAt(raster, shrink);
  const far = patchesAt(raster, shrink * SECOND_SHRINK);
  const isPart = (box: TurnedBox, boxes: readonly TurnedBox[]) =>
    boxes.some((other) => other.width > 1.5 * box.width && holds(other, box.center));
  const whole = near.filter((box) => !isPart(box, far));
  return [...whole, ...far.filter((box) => !whole.some((other) => holds(other, box.center)))];
}

function patchesAt(raster: Raster, shrink: number): readonly TurnedBox[] {
  return stripedPatches(grayOf(raster, shrink)).map(({ center, width, height, angle }) => ({
    center: { x: center.x * shrink, y: center.y * shrink },
    width: width * shrink,
    height: height * shrink,
    angle,
  }));
}
