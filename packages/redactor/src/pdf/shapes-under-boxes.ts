import type { Quad } from "@tuhei/core";
import {
  apply,
  forClipPoints,
  type Matrix,
  multiply,
  objectMatrix,
  type PageObject,
  type PdfPage,
  pageObjects,
} from "@tuhei/core/pdf";
import { type Cover, coverBy } from "./quad-cover.js";

/** FPDF_SEGMENT_*, fpdfview.h. */
const LINE_TO = 0;
const BEZIER_TO = 1;
/** Lines that are level or upright, within this many points, draw tables and not letters. */
const STRAIGHT = 0.05;
/** Points of curves and slanted lines under the boxes of a page: the corner of a rounded frame has fewer, a letter has more. */
const MAX_POINTS = 6;

/**
 * Whether drawings that could be letters are still under the quads, or outlines that something else is painted through. pdfium
 * takes out paths and shadings that a quad covers wholly; what reaches out of it stays as it is.
 */
export function hasShapesUnder(page: PdfPage, quads: readonly Quad[]): boolean {
  const cover = coverBy(quads);
  const clips = new Set<string>();
  let points = 0;
  for (const object of pageObjects(page)) {
    if (!cover.touches(page.space.boxOf(object.bounds))) continue;
    if (object.kind === "path") points += pointsUnder(page, object, cover);
    // A form's content has its clip, too.
    if (object.kind !== "form") points += clipPointsUnder(page, object, cover, clips);
    if (points > MAX_POINTS) return true;
  }
  return false;
}

/** Points of clips under the quads; a clip that many objects share counts once. */
function clipPointsUnder(page: PdfPage, object: PageObject, cover: Cover, known: Set<string>): number {
  const { raw } = page.engine;
  const places: string[] = [];
  let [points, lastX, lastY] = [0, 0, 0];
  forClipPoints(page, object, (x, y, segment) => {
    if (isDrawingLetters(raw.FPDFPathSegment_GetType!(segment), x - lastX, y - lastY)) {
      if (cover.contains(page.space.toPage(x, y))) points++;
    }
    places.push(`${x} ${y}`);
    [lastX, lastY] = [x, y];
  });
  const outline = places.join();
  if (points === 0 || known.has(outline)) return 0;
  known.add(outline);
  return points;
}

/** Curves and slanted lines do. */
function isDrawingLetters(type: number, dx: number, dy: number): boolean {
  return type === BEZIER_TO || (type === LINE_TO && Math.abs(dx) > STRAIGHT && Math.abs(dy) > STRAIGHT);
}

function pointsUnder(page: PdfPage, { handle, parentMatrix }: PageObject, cover: Cover): number {
  const { engine, space } = page;
  const { raw } = engine;
  return engine.borrow(32, (scratch) => {
    const toUser: Matrix = multiply(objectMatrix(engine, handle, scratch), parentMatrix);
    let [points, lastX, lastY] = [0, 0, 0];
    const count = raw.FPDFPath_CountSegments!(handle);
    for (let index = 0; index < count && points <= MAX_POINTS; index++) {
      const segment = raw.FPDFPath_GetPathSegment!(handle, index);
      if (raw.FPDFPathSegment_GetPoint!(segment, scratch, scratch + 4) === 0) continue;
      const [px = 0, py = 0] = engine.floats().subarray(scratch / 4, scratch / 4 + 2);
      const [x, y] = apply(toUser, px, py);
      const type = raw.FPDFPathSegment_GetType!(segment);
      if (isDrawingLetters(type, x - lastX, y - lastY) && cover.contains(space.toPage(x, y))) points++;
      [lastX, lastY] = [x, y];
    }
    return points;
  });
}
