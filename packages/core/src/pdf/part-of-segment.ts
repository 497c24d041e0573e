import { extentOf, unite } from "./extents.js";
import type { PageChars } from "./page-chars.js";
import type { Segment } from "./segments.js";

/** A segment of some characters of another one, -1 for spaces; undefined where none is left. */
export function partOfSegment(segment: Segment, part: readonly number[], chars: PageChars): Segment | undefined {
  const kept = trimmed(part);
  if (kept.length === 0) return undefined;
  const extents = kept.filter((index) => index >= 0).map((index) => extentOf(chars, index, segment.frame));
  const { isSpaced, ...same } = segment;
  const isFirst = kept[0] === segment.chars[0];
  return { ...same, chars: kept, extent: extents.reduce(unite), ...(isSpaced && isFirst && { isSpaced }) };
}

function trimmed(part: readonly number[]): number[] {
  const kept = part.filter((index, at) => index >= 0 || (at > 0 && part[at - 1]! >= 0));
  return kept.at(-1) === -1 ? kept.slice(0, -1) : kept;
}
