import type { Quad } from "@tuhei/core";
import {
  apply,
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
 * Whether drawings that could be letters are still under the quads. pdfium takes out paths that a quad covers wholly; one
 * that reaches out of it stays as it is.
 */
export function hasShapesUnder(page: PdfPage, quads: readonly Quad[]): boolean {
  const cover = coverBy(quads);
  let points = 0;
  for (const object of pageObjects(page)) {
    if (object.kind !== "path" || !cover.touches(page.space.boxOf(object.bounds))) continue;
    points += pointsUnder(page, object, cover);
    if (points > MAX_POINTS) return true;
  }
  return false;
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
      const isSlanted = Math.abs(x - lastX) > STRAIGHT && Math.abs(y - lastY) > STRAIGHT;
      if ((type === BEZIER_TO || (type === LINE_TO && isSlanted)) && cover.contains(space.toPage(x, y))) points++;
      [lastX, lastY] = [x, y];
    }
    return points;
  });
}
