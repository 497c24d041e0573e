import type { Extent, Frame } from "./extents.js";
import type { PageChars } from "./page-chars.js";

/** What has been printed of a segment so far. */
export interface Printed {
  readonly extent: Extent;
  readonly frame: Frame;
  /** Extent and index of the character added last. */
  readonly last: Extent;
  readonly lastIndex: number;
}

/** How far apart the origins of glyphs printed over each other are at most, in widths of the narrower, and in type sizes. */
const SAME_PLACE = 0.4;
const MAX_OFFSET = 0.2;
/** The smaller type size in shares of the larger: an index at a letter is no second printing. */
const SAME_SIZE = 0.8;
/** Gaps that differ by less, in type sizes, are alike. */
const SAME_GAP = 0.02;
/** What is printed over each other on purpose, other than marks that make up one character with a letter. */
const READ_ALONE = /^[\p{L}\p{N}]$/u;

/**
 * Whether a character stands on the last one of a segment. Bold type, outlines and shadows are made by printing glyphs twice;
 * pdfium orders what is printed glyph by glyph by its place, so that the printings come entangled.
 */
export function isOnTop(chars: PageChars, segments: readonly Printed[], next: Printed): boolean {
  return segments.some(({ lastIndex, last }) => standsOn(chars, lastIndex, last, next));
}

/** Of segments that a character may follow, the one that it follows closest; of several, the one that waited longest. */
export function continued<T extends Printed>(segments: readonly T[], next: Printed, chars: PageChars): T | undefined {
  const free = segments.filter(({ lastIndex, last }) => !standsOn(chars, lastIndex, last, next));
  const gapTo = ({ last }: T) => Math.abs(next.extent.start - last.end);
  const least = Math.min(...free.map(gapTo)) + SAME_GAP * chars.sizes[next.lastIndex]!;
  return free.filter((segment) => gapTo(segment) <= least).sort((a, b) => a.lastIndex - b.lastIndex)[0];
}

function standsOn(chars: PageChars, before: number, last: Extent, next: Printed): boolean {
  const after = next.lastIndex;
  const { origins } = chars;
  const dx = origins[after * 2]! - origins[before * 2]!;
  const dy = origins[after * 2 + 1]! - origins[before * 2 + 1]!;
  // A ligature is one glyph for several characters.
  if (dx === 0 && dy === 0 && chars.objects[before] === chars.objects[after]) return false;
  const { along, across } = next.frame;
  const [one, other] = [chars.sizes[before]!, chars.sizes[after]!];
  const size = Math.min(one, other);
  if (size < SAME_SIZE * Math.max(one, other)) return false;
  const width = Math.min(last.end - last.start, next.extent.end - next.extent.start);
  if (Math.abs(dx * along[0] + dy * along[1]) > Math.min(SAME_PLACE * width, MAX_OFFSET * size)) return false;
  if (Math.abs(dx * across[0] + dy * across[1]) > MAX_OFFSET * size) return false;
  return chars.codes[before] === chars.codes[after] || (isReadAlone(chars, before) && isReadAlone(chars, after));
}

function isReadAlone({ codes }: PageChars, index: number): boolean {
  return READ_ALONE.test(String.fromCodePoint(codes[index]!));
}
