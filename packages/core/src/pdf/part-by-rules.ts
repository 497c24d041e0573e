import { extentOf } from "./extents.js";
import type { PageChars } from "./page-chars.js";
import { partOfSegment } from "./part-of-segment.js";
import type { Rules } from "./rules.js";
import type { Line, Segment } from "./segments.js";

/** Points by which a rule may end before the middle of a line of text. */
const SLACK = 1;

/** A line with its segments parted where a rule stands between two characters: text may fill its cell up to the border. */
export function partedByRules(line: Line, { vertical }: Rules, chars: PageChars): Line {
  return line.flatMap((segment) => {
    if (segment.angle !== 0 || segment.isVertical) return [segment];
    const { start, end, bottom, top } = segment.extent;
    const middle = (bottom + top) / 2;
    const crossing = vertical.filter(
      ({ at, from, to }) => at > start && at < end && from - SLACK <= middle && middle <= to + SLACK,
    );
    return crossing.length === 0
      ? [segment]
      : parted(
          segment,
          crossing.map(({ at }) => at),
          chars,
        );
  });
}

function parted(segment: Segment, places: readonly number[], chars: PageChars): Segment[] {
  const parts: number[][] = [[]];
  let before = Number.NEGATIVE_INFINITY;
  for (const index of segment.chars) {
    if (index >= 0) {
      const { start, end } = extentOf(chars, index, segment.frame);
      const middle = (start + end) / 2;
      if (places.some((at) => before < at && at < middle)) parts.push([]);
      before = middle;
    }
    parts.at(-1)!.push(index);
  }
  return parts.flatMap((part, at) => {
    const found = partOfSegment(segment, part, chars);
    return found ? [parts[at - 1]?.at(-1) === -1 ? { ...found, isSpaced: true as const } : found] : [];
  });
}
