import type { Quad } from "@tuhei/core";
import {
  boxOfChar,
  byStrips,
  GENERATED,
  type PageChars,
  type PdfPage,
  pageObjects,
  SECOND_HALF,
} from "@tuhei/core/pdf";
import { coverBy } from "./quad-cover.js";

/** A character that lies under quads at most this much stays; as in `kept-text.ts`. */
const MUST_STAY = 0.2;
/** How much of its height a quad may lose at a side: more would let the value itself out. */
const MAX_TRIM = 0.25;
/** Points that are left between the quad and the neighbour. */
const CLEARANCE = 0.02;

/** User space: left, bottom, right, top. */
type Rect = [left: number, bottom: number, right: number, top: number];

/**
 * The quads drawn in from the ink of neighbours that reaches under them, such as a slash before a date: pdfium takes out every
 * glyph that it touches. Undefined when nothing needs to be drawn in, or pixels lie beneath, of which none may stay.
 */
export function sparingNeighbours(
  page: PdfPage,
  chars: PageChars,
  quads: readonly Quad[],
): readonly Quad[] | undefined {
  const cover = coverBy(quads);
  const { space } = page;
  if (pageObjects(page).some(({ kind, bounds }) => kind === "image" && cover.touches(space.boxOf(bounds))))
    return undefined;
  const rects = quads.map((quad) => uprightRect(quad, space));
  const asHigh = byStrips(
    rects.filter((rect) => rect !== undefined),
    ([, bottom, , top]) => [bottom, top],
  );
  let isTrimmed = false;
  for (let at = 0; at < chars.count; at++) {
    if (chars.flags[at]! & (GENERATED | SECOND_HALF)) continue;
    const ink = inkOf(chars, at);
    if (ink[2] <= ink[0] || ink[3] <= ink[1]) continue;
    const met = asHigh(ink[1], ink[3]).filter((rect) => meets(rect, ink));
    if (met.length === 0 || cover.of(boxOfChar(space, chars, at)) > MUST_STAY) continue;
    for (const rect of met) if (trim(rect, ink)) isTrimmed = true;
  }
  return isTrimmed ? quads.map((quad, index) => (rects[index] ? quadOf(rects[index], space) : quad)) : undefined;
}

function inkOf({ inks }: PageChars, at: number): Rect {
  const first = at * 4;
  return [inks[first]!, inks[first + 1]!, inks[first + 2]!, inks[first + 3]!];
}

function uprightRect(quad: Quad, space: PdfPage["space"]): Rect | undefined {
  const corners = quad.map((corner) => space.toUser(corner));
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const rect: Rect = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const isUpright = corners.every(({ x, y }) => isBeside(x, rect[0], rect[2]) && isBeside(y, rect[1], rect[3]));
  return isUpright ? rect : undefined;
}

function isBeside(value: number, low: number, high: number): boolean {
  return Math.min(value - low, high - value) < CLEARANCE;
}

function meets([left, bottom, right, top]: Rect, ink: Rect): boolean {
  return ink[0] < right && ink[2] > left && ink[1] < top && ink[3] > bottom;
}

/** Moves the side of the rectangle that has the least ink beyond it. @returns whether it did */
function trim(rect: Rect, ink: Rect): boolean {
  if (!meets(rect, ink)) return false;
  const [left, bottom, right, top] = rect;
  const limit = MAX_TRIM * Math.min(right - left, top - bottom);
  const cuts = [ink[2] - left, ink[3] - bottom, right - ink[0], top - ink[1]];
  const side = cuts.indexOf(Math.min(...cuts));
  const cut = cuts[side]! + CLEARANCE;
  if (cut > limit) return false;
  rect[side]! += side < 2 ? cut : -cut;
  return true;
}

function quadOf([left, bottom, right, top]: Rect, { toPage }: PdfPage["space"]): Quad {
  return [toPage(left, top), toPage(right, top), toPage(right, bottom), toPage(left, bottom)];
}
