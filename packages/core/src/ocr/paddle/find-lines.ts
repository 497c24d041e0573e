import type { Raster } from "../engine.js";
import { holds, type TurnedBox } from "../turned-box.js";
import { detectLines, type SeenLine } from "./detect.js";
import type { Network } from "./runtime.js";

/** Pixels of the longer side of the picture as it is seen first. */
const FIRST_SIDE = 1600;
/** Lines marked lower than this are merged with their neighbours and cut short: then a second, closer look is taken. */
const SMALL_CORE = 6.5;
/** The height of the marks that the second look aims at. */
const GOOD_CORE = 9;
/** The share of the lines that may be small without a second look: dust is small too. */
const SMALL_SHARE = 0.1;
/** Times a picture is enlarged, at most: beyond that nothing is gained. */
const MAX_SCALE = 2;
/** Pixels of the picture as it is seen second: bounds the time. */
const SECOND_PIXELS = 12_000_000;

/**
 * The lines of text in a picture, in no order. Small print is looked at a second time from nearer; what only one of the
 * two looks saw is kept, for a line too many does no harm.
 */
export async function findLines(network: Network, raster: Raster): Promise<readonly TurnedBox[]> {
  const scale = Math.min(1, FIRST_SIDE / Math.max(raster.width, raster.height));
  const first = await detectLines(network, raster, scale);
  const closer = closerScale(first, scale, raster);
  if (closer === undefined) return first.map(({ box }) => box);
  const second = await detectLines(network, raster, closer);
  const large = first.filter(({ coreHeight }) => coreHeight >= 2 * GOOD_CORE).map(({ box }) => box);
  const small = second.map(({ box }) => box).filter(({ center }) => !large.some((box) => holds(box, center)));
  const missed = first
    .filter(({ coreHeight }) => coreHeight < 2 * GOOD_CORE)
    .map(({ box }) => box)
    .filter((box) => !small.some((seen) => holds(seen, box.center) || holds(box, seen.center)));
  return [...large, ...small, ...missed];
}

/** Undefined when the print is large enough, or the picture already as large as it may be. */
function closerScale(lines: readonly SeenLine[], scale: number, { width, height }: Raster): number | undefined {
  if (lines.length === 0) return undefined;
  const heights = lines.map(({ coreHeight }) => coreHeight).sort((a, b) => a - b);
  const small = heights[Math.floor(heights.length * SMALL_SHARE)]!;
  if (small >= SMALL_CORE) return undefined;
  const closer = Math.min((scale * GOOD_CORE) / small, MAX_SCALE, Math.sqrt(SECOND_PIXELS / (width * height)));
  return closer > scale ? closer : undefined;
}
