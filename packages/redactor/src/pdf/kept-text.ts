import type { Quad } from "@tuhei/core";
import { boxOfChar, GENERATED, isSpace, type PageChars, type PdfPage, SECOND_HALF, UNMAPPED } from "@tuhei/core/pdf";
import { coverBy } from "./quad-cover.js";
import type { RasterReason } from "./raster-reasons.js";

/** A character that lies under a quad at least this much had to go. */
const MUST_GO = 0.5;
/** A character that lies under quads at most this much had to stay. Loose boxes of neighbours overlap a little. */
const MUST_STAY = 0.2;
/** Entries that stand for no glyph of their own. */
const SKIPPED = GENERATED | SECOND_HALF;
/** How far, in points, a kept character may have moved. */
const MAX_SHIFT = 1;

/** Places of the characters that should have gone, two numbers each: where they are drawn, user space. */
export function stayingText(chars: PageChars, quads: readonly Quad[], { space }: Pick<PdfPage, "space">): number[] {
  const cover = coverBy(quads);
  const origins: number[] = [];
  for (let at = 0; at < chars.count; at++) {
    if (chars.flags[at]! & SKIPPED || !isDrawn(chars, at)) continue;
    if (cover.of(boxOfChar(space, chars, at)) < MUST_GO) continue;
    origins.push(chars.origins[at * 2]!, chars.origins[at * 2 + 1]!);
  }
  return origins;
}

/** What went wrong with a page's text; undefined when nothing did. */
export function textDamage(
  before: PageChars,
  after: PageChars,
  quads: readonly Quad[],
  { space }: Pick<PdfPage, "space">,
): RasterReason | undefined {
  const cover = coverBy(quads);
  const places = new Map<number, number[]>();
  for (let at = 0; at < after.count; at++) {
    if (after.flags[at]! & SKIPPED) continue;
    if (isDrawn(after, at) && cover.of(boxOfChar(space, after, at)) >= MUST_GO) return "text that stays in place";
    const key = cellOf(after.origins[at * 2]!, after.origins[at * 2 + 1]!);
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  }
  for (let at = 0; at < before.count; at++) {
    if (before.flags[at]! & SKIPPED || !isDrawn(before, at)) continue;
    if (cover.of(boxOfChar(space, before, at)) > MUST_STAY) continue;
    if (!isFound(before, at, after, places)) return "text beside it that would move";
  }
  return undefined;
}

/** Whether a glyph without Unicode lies under a quad: what it says is not known, so neither is what else says it. */
export function hasUnmappedText(chars: PageChars, quads: readonly Quad[], { space }: Pick<PdfPage, "space">): boolean {
  const cover = coverBy(quads);
  for (let at = 0; at < chars.count; at++) {
    if (chars.flags[at]! & UNMAPPED && cover.of(boxOfChar(space, chars, at)) > MUST_STAY) return true;
  }
  return false;
}

/** Spaces come and go when text is written anew, and show nothing. */
function isDrawn(chars: PageChars, at: number): boolean {
  return !isSpace(chars.codes[at]!) && chars.boxes[at * 4]! < chars.boxes[at * 4 + 2]!;
}

function isFound(
  before: PageChars,
  at: number,
  after: PageChars,
  places: ReadonlyMap<number, readonly number[]>,
): boolean {
  const [x, y] = [before.origins[at * 2]!, before.origins[at * 2 + 1]!];
  const code = before.codes[at]!;
  const isThere = (other: number) =>
    Math.hypot(after.origins[other * 2]! - x, after.origins[other * 2 + 1]! - y) <= MAX_SHIFT &&
    isAlike(after.codes[other]!, code);
  return NEIGHBOURS.some(([dx, dy]) => places.get(cellOf(x + dx, y + dy))?.some(isThere));
}

/** The place itself first: nearly everything is there. */
const NEIGHBOURS = [0, -MAX_SHIFT, MAX_SHIFT].flatMap((dx) =>
  [0, -MAX_SHIFT, MAX_SHIFT].map((dy) => [dx, dy] as const),
);

/** Cells of a row, of more points than a page can be wide. */
const ROW = 2 ** 26;

function cellOf(x: number, y: number): number {
  return Math.floor(x / MAX_SHIFT) + ROW * Math.floor(y / MAX_SHIFT);
}

/** The first character that has a form it is compatible with. */
const FIRST_COMPATIBLE = 0xa0;

function isAlike(a: number, b: number): boolean {
  return a === b || normalized(a) === normalized(b);
}

/** Radicals and full-width forms count as what they look like: marks that told them apart go. */
function normalized(code: number): string {
  const char = String.fromCodePoint(code);
  return code < FIRST_COMPATIBLE ? char : char.normalize("NFKC");
}
