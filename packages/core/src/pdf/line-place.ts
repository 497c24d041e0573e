import type { LinePlace } from "../layout/line-below.js";
import type { Segment } from "./segments.js";

/** Where a piece of a line stands. By its feet: characters of one size stand on one level, whatever they are. */
export function placeOf({ angle, extent, lineHeight }: Segment): LinePlace {
  return { direction: angle, start: extent.start, end: extent.end, level: -extent.bottom, height: lineHeight };
}
