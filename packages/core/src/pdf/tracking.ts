import { extentOf } from "./extents.js";
import { GENERATED, type PageChars, SECOND_HALF } from "./page-chars.js";
import { isHan, type Line, MAX_AUTOSPACE, type Segment } from "./segments.js";

/** How many of the nearest gaps one is compared with, and how far off one is looked for. */
const NEIGHBOURS = 6;
const MAX_DISTANCE = 40;
/** How far gaps of one spacing differ, in type sizes: what rounding and kerning make. */
const SAME_GAP = 0.07;
/** Characters further apart than this, in type sizes, stand by themselves. */
const MAX_SPACING = 1.1;

/** What parts two neighbouring characters. */
interface Gap {
  /** In type sizes. */
  readonly width: number;
  /** The file itself holds a space. */
  readonly isSpace: boolean;
  /** How many of the two are Chinese: justified lines part those, and word processors leave room where one is (CLREQ 3.2.3). */
  readonly han: 0 | 1 | 2;
}

/**
 * A line without the spaces that engines see between characters that are spaced out (letter-spacing, justified lines):
 * where all stand apart, a gap no wider than those beside it ends no word.
 */
export function withoutTracking(line: Line, chars: PageChars): Line {
  if (!line.some(({ isVertical, chars: indices }) => !isVertical && indices.includes(-1))) return line;
  const gaps = line.map((segment) => gapsOf(segment, chars));
  const all = gaps.flat();
  let first = 0;
  return line.map((segment, at) => {
    const from = first;
    first += gaps[at]!.length;
    return segment.isVertical ? segment : withoutSpaces(segment, gaps[at]!, { all, from });
  });
}

/** The gaps of a line, and where those of a segment begin among them. */
interface LineGaps {
  readonly all: readonly Gap[];
  readonly from: number;
}

function withoutSpaces(segment: Segment, gaps: readonly Gap[], line: LineGaps): Segment {
  const kept: number[] = [];
  let at = -1;
  for (const index of segment.chars) {
    if (index < 0 && isTracking(gaps, at, line)) continue;
    if (index >= 0) at++;
    kept.push(index);
  }
  return kept.length < segment.chars.length ? { ...segment, chars: kept } : segment;
}

/** The gap behind each character but the last. */
function gapsOf({ chars: indices, frame }: Segment, chars: PageChars): Gap[] {
  const characters = indices.filter((index) => index >= 0);
  const extents = characters.map((index) => extentOf(chars, index, frame));
  return characters.slice(1).map((after, at) => {
    const before = characters[at]!;
    const size = Math.max(chars.sizes[before]!, chars.sizes[after]!);
    return {
      width: (extents[at + 1]!.start - extents[at]!.end) / size,
      isSpace: hasSpace(chars, before, after),
      han: [before, after].filter((index) => isHan(chars.codes[index]!)).length as Gap["han"],
    };
  });
}

function hasSpace({ flags }: PageChars, before: number, after: number): boolean {
  for (let at = before + 1; at < after; at++) if ((flags[at]! & (GENERATED | SECOND_HALF)) === 0) return true;
  return false;
}

/** Whether a gap is as those beside it are; in a short segment, as those in the rest of the line. */
function isTracking(gaps: readonly Gap[], at: number, { all, from }: LineGaps): boolean {
  const gap = gaps[at];
  if (gap === undefined || gap.isSpace) return false;
  const isAlike = ({ han }: Gap) => (gap.han === 2 ? han === 2 : han === 0);
  const usual =
    middleOf(besides(gaps, at, isAlike)) ??
    middleOf(besides(gaps, at, ({ han }) => han !== 1)) ??
    middleOf(besides(all, from + at, isAlike));
  if (usual === undefined || usual > MAX_SPACING) return false;
  return gap.width <= usual + (gap.han === 1 ? MAX_AUTOSPACE : SAME_GAP);
}

/** The widths of the nearest gaps of a kind. */
function besides(gaps: readonly Gap[], at: number, isAlike: (gap: Gap) => boolean): number[] {
  const widths: number[] = [];
  for (let distance = 1; distance <= MAX_DISTANCE && widths.length < NEIGHBOURS; distance++)
    for (const gap of [gaps[at - distance], gaps[at + distance]])
      if (gap && !gap.isSpace && isAlike(gap)) widths.push(gap.width);
  return widths;
}

function middleOf(numbers: readonly number[]): number | undefined {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}
