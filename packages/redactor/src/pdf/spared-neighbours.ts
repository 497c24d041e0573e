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

/** How much of its height a quad may lose at a side: more would let the value itself out. */
const MAX_TRIM = 0.25;
/** Points that are left between the quad and the neighbour. */
const CLEARANCE = 0.02;
/** A character that lies under quads at least this much has to go, and any other stays where it can; as in `kept-text.ts`. */
const MUST_GO = 0.5;
/** How much of a glyph's ink, about its middle, is pointed at for it to go. */
const CORE = 0.2;

/** User space: left, bottom, right, top. */
type Rect = [left: number, bottom: number, right: number, top: number];

/**
 * The quads drawn in from the ink of neighbours that reaches under them, such as a slash before a date: pdfium takes out every
 * glyph that it touches. Where lines stand so close that no quad of their height fits between them, small quads within the
 * glyphs themselves. Undefined when neither is needed, or pixels lie beneath, of which none may stay.
 */
export function sparingNeighbours(
  page: PdfPage,
  chars: PageChars,
  quads: readonly Quad[],
): readonly Quad[] | undefined {
  const cover = coverBy(quads);
  const { space } = page;
  const objects = pageObjects(page);
  if (objects.some(({ kind, bounds }) => kind === "image" && cover.touches(space.boxOf(bounds)))) return undefined;
  const rects = quads.map((quad) => uprightRect(quad, space));
  const asHigh = byStrips(
    rects.filter((rect) => rect !== undefined),
    ([, bottom, , top]) => [bottom, top],
  );
  const crowded = new Set<Rect>();
  let isTrimmed = false;
  for (let at = 0; at < chars.count; at++) {
    if (chars.flags[at]! & (GENERATED | SECOND_HALF)) continue;
    const ink = inkOf(chars, at);
    if (ink[2] <= ink[0] || ink[3] <= ink[1]) continue;
    const met = asHigh(ink[1], ink[3]).filter((rect) => meets(rect, ink));
    if (met.length === 0 || cover.of(boxOfChar(space, chars, at)) >= MUST_GO) continue;
    for (const rect of met) {
      if (trim(rect, ink)) isTrimmed = true;
      else if (meets(rect, ink)) crowded.add(rect);
    }
  }
  // What is drawn wholly under a quad goes with it, and would stay under glyphs alone.
  const drawn = objects.filter(({ kind }) => kind !== "text" && kind !== "form").map(({ bounds }) => bounds);
  const hasDrawing = (quad: Quad) => {
    const whole = uprightRect(quad, space)!;
    return drawn.some(({ left, bottom, right, top }) => isWithin([left, bottom, right, top], whole));
  };
  const isByGlyphs = quads.map((quad, index) => crowded.has(rects[index]!) && !hasDrawing(quad));
  if (!isTrimmed && !isByGlyphs.includes(true)) return undefined;
  return quads.flatMap((quad, index) => {
    if (isByGlyphs[index]) return coresUnder(quad, chars, space);
    return [rects[index] ? quadOf(rects[index], space) : quad];
  });
}

/** Within the ink of each character that a quad covers; within its box where it has none. */
function coresUnder(quad: Quad, chars: PageChars, space: PdfPage["space"]): Quad[] {
  const cover = coverBy([quad]);
  const cores: Quad[] = [];
  for (let at = 0; at < chars.count; at++) {
    if (chars.flags[at]! & (GENERATED | SECOND_HALF) || cover.of(boxOfChar(space, chars, at)) < MUST_GO) continue;
    const ink = inkOf(chars, at);
    const [left, bottom, right, top] = ink[2] > ink[0] && ink[3] > ink[1] ? ink : boxOf(chars, at);
    const [insetX, insetY] = [((right - left) * (1 - CORE)) / 2, ((top - bottom) * (1 - CORE)) / 2];
    cores.push(quadOf([left + insetX, bottom + insetY, right - insetX, top - insetY], space));
  }
  return cores;
}

function inkOf({ inks }: PageChars, at: number): Rect {
  return rectAt(inks, at);
}

function boxOf({ boxes }: PageChars, at: number): Rect {
  return rectAt(boxes, at);
}

function rectAt(numbers: Float32Array, at: number): Rect {
  const first = at * 4;
  return [numbers[first]!, numbers[first + 1]!, numbers[first + 2]!, numbers[first + 3]!];
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

function isWithin(inner: Rect, outer: Rect): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
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
