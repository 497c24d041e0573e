import type { Quad } from "@tuhei/core";
import { GENERATED, type PageChars, type PdfPage, pageObjects, SECOND_HALF } from "@tuhei/core/pdf";
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
  if (!rects.some((rect) => rect !== undefined)) return undefined;
  let isTrimmed = false;
  forInk(page, chars, rects, (ink, at) => {
    if (!rects.some((rect) => rect && meets(rect, ink))) return;
    const [left = 0, bottom = 0, right = 0, top = 0] = chars.boxes.subarray(at * 4, at * 4 + 4);
    if (cover.of(space.boxOf({ left, bottom, right, top })) > MUST_STAY) return;
    for (const rect of rects) if (rect && trim(rect, ink)) isTrimmed = true;
  });
  return isTrimmed ? quads.map((quad, index) => (rects[index] ? quadOf(rects[index], space) : quad)) : undefined;
}

/** Calls back with the box of what is drawn of each character near a rectangle. */
function forInk(
  { engine, handle }: PdfPage,
  chars: PageChars,
  rects: readonly (Rect | undefined)[],
  onInk: (ink: Rect, at: number) => void,
): void {
  const { raw } = engine;
  engine.borrow(32, (scratch) => {
    const textPage = raw.FPDFText_LoadPage!(handle);
    if (textPage === 0) return;
    try {
      for (let at = 0; at < chars.count; at++) {
        if (chars.flags[at]! & (GENERATED | SECOND_HALF) || !isNear(chars, at, rects)) continue;
        if (raw.FPDFText_GetCharBox!(textPage, at, scratch, scratch + 8, scratch + 16, scratch + 24) === 0) continue;
        const [left = 0, right = 0, bottom = 0, top = 0] = engine.doubles().subarray(scratch / 8, scratch / 8 + 4);
        if (right > left && top > bottom) onInk([left, bottom, right, top], at);
      }
    } finally {
      if (!engine.isLost()) raw.FPDFText_ClosePage!(textPage);
    }
  });
}

/** Whether ink of a character may reach a rectangle: hardly any reaches further out of its box than that is high or wide. */
function isNear({ boxes }: PageChars, at: number, rects: readonly (Rect | undefined)[]): boolean {
  const [left, bottom, right, top] = [boxes[at * 4]!, boxes[at * 4 + 1]!, boxes[at * 4 + 2]!, boxes[at * 4 + 3]!];
  const reach = Math.max(right - left, top - bottom);
  return rects.some(
    (rect) =>
      rect && left - reach < rect[2] && right + reach > rect[0] && bottom - reach < rect[3] && top + reach > rect[1],
  );
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
