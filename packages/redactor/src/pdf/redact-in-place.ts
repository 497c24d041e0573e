import type { Quad } from "@tuhei/core";
import { type PageChars, type PdfPage, quadPoints } from "@tuhei/core/pdf";
import { drawBlackBoxes } from "./black-boxes.js";
import { sparingNeighbours } from "./spared-neighbours.js";

/** FS_QUADPOINTSF: eight 32-bit floats, fpdfview.h. */
const QUAD_BYTES = 32;

/**
 * Takes text, pixels and paths under the quads out of a loaded page and paints them black. The page in memory is changed; it
 * must be loaded again before it is read.
 *
 * @param chars of the page as it is
 * @returns whether pdfium says that it worked; if not, the page may hold anything
 * @throws {TuheiError} "engine"
 */
export function redactInPlace(page: PdfPage, chars: PageChars, quads: readonly Quad[]): boolean {
  const spared = sparingNeighbours(page, chars, quads);
  const points = (spared ?? quads).map((quad) => quadPoints(quad, page.space));
  const isDone = redactInQuads(page, points, !spared);
  if (spared) drawBlackBoxes(page, quads);
  return isGenerated(page) && isDone;
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
  const isDone = redactInQuads(page, quads, true);
  return isGenerated(page) && isDone;
}

function redactInQuads({ engine, handle }: PdfPage, quads: readonly (readonly number[])[], isBlack: boolean): boolean {
  const { raw } = engine;
  return engine.borrow(quads.length * QUAD_BYTES, (pointer) => {
    engine.floats().set(quads.flat(), pointer / Float32Array.BYTES_PER_ELEMENT);
    const [recurseForms, drawBlack] = [1, isBlack ? 1 : 0];
    return raw.EPDFText_RedactInQuads!(handle, pointer, quads.length, recurseForms, drawBlack) !== 0;
  });
}

/** Writes what was changed into the page's content; without it nothing is. */
function isGenerated({ engine, handle }: PdfPage): boolean {
  return engine.raw.FPDFPage_GenerateContent!(handle) !== 0;
}
