import type { Raster } from "../ocr/engine.js";
import { enlarged, holds } from "../ocr/turned-box.js";
import { grayOf } from "./gray.js";
import { type StripedPatch, stripedPatches } from "./stripes.js";

/** Pixels of the longer side at which stripes are looked for: bars of one module are still apart there. */
const SIDE = 4200;
/** How much smaller the second look is, for symbols so large that a square of the first falls between two bars. */
const SECOND_SHRINK = 3;

/** Where a picture is striped, whatever the size of the stripes. Pixels of the raster. */
export function allStripedPatches(raster: Raster): readonly StripedPatch[] {
  const shrink = Math.max(1, Math.round(Math.max(raster.width, raster.height) / SIDE));
  const near = patchesAt(raster, shrink);
  const far = patchesAt(raster, shrink * SECOND_SHRINK);
  const isPart = ({ box }: StripedPatch) =>
    far.some((it) => it.box.width > 1.5 * box.width && holds(it.box, box.center));
  const whole = near.filter((patch) => !isPart(patch));
  return [...whole, ...far.filter(({ box }) => !whole.some((it) => holds(it.box, box.center)))];
}

function patchesAt(raster: Raster, shrink: number): readonly StripedPatch[] {
  return stripedPatches(grayOf(raster, shrink)).map(({ box, lean }) => ({ box: enlarged(box, shrink), lean }));
}
