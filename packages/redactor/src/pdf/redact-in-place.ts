import type { Quad } from "@tuhei/core";
import { type PdfPage, pageChars, quadPoints } from "@tuhei/core/pdf";
import { drawBlackBoxes } from "./black-boxes.js";
import { sparingNeighbours } from "./spared-neighbours.js";

/** FS_QUADPOINTSF: eight 32-bit floats, fpdfview.h. */
const QUAD_BYTES = 32;

/**
 * Takes text, pixels and paths under the quads out of a loaded page and paints them black. The page in memory is changed; it
 * must be loaded again before it is read.
 *
 * @returns whether pdfium says that it worked; if not, the page may hold anything
 * @throws {TuheiError} "engine"
 */
export function redactInPlace(page: PdfPage, quads: readonly Quad[]): boolean {
  const spared = sparingNeighbours(page, pageChars(page), quads);
  const points = (spared ?? quads).map((quad) => quadPoints(quad, page.space));
  if (!spared) return redactInQuads(page, points, true);
  if (!redactInQuads(page, points, false)) return false;
  drawBlackBoxes(page, quads);
  return page.engine.raw.FPDFPage_GenerateContent!(page.handle) !== 0;
}

/** Points on every side of a glyph's origin; less than any stroke. */
const SPECK = 0.05;

/**
 * Takes out glyphs by their origins, two numbers each. Where a font is not embedded and has no substitute, pdfium takes a
 * glyph for a point, and one on the edge of a quad for outside of it.
 *
 * @returns as {@link redactInPlace}
 */
export function redactOrigins(page: PdfPage, origins: readonly number[]): boolean {
  const quads: number[][] = [];
  for (let at = 0; at + 1 < origins.length; at += 2) {
    const [x, y] = [origins[at]!, origins[at + 1]!];
    const [left, right, bottom, top] = [x - SPECK, x + SPECK, y - SPECK, y + SPECK];
    quads.push([left, top, right, top, left, bottom, right, bottom]);
  }
  return redactInQuads(page, quads, true);
}

function redactInQuads({ engine, handle }: PdfPage, quads: readonly (readonly number[])[], isBlack: boolean): boolean {
  const { raw } = engine;
  return engine.borrow(quads.length * QUAD_BYTES, (pointer) => {
    engine.floats().set(quads.flat(), pointer / Float32Array.BYTES_PER_ELEMENT);
    const [recurseForms, drawBlack] = [1, isBlack ? 1 : 0];
    const isDone = raw.EPDFText_RedactInQuads!(handle, pointer, quads.length, recurseForms, drawBlack) !== 0;
    return raw.FPDFPage_GenerateContent!(handle) !== 0 && isDone;
  });
}
