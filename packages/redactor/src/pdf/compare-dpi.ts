import type { Quad } from "@tuhei/core";
import { multiply, objectMatrix, type PageObject, type PdfPage, POINTS_PER_INCH, pageObjects } from "@tuhei/core/pdf";
import { COMPARE_DPI } from "./compare-output.js";
import { pictureFilter } from "./picture-filter.js";
import { coverBy } from "./quad-cover.js";

/** A picture with more pixels to the inch is compared as it is drawn all the same: soft edges may then count as changed. */
const MAX_DPI = 400;

/**
 * The resolution at which a page can be compared with what it is after removal, in pixels to the inch. Of JPEG 2000 pdfium
 * decodes a coarser level where half the pixels would do, and what removal makes of the picture has no such level.
 *
 * @throws {TuheiError} "engine"
 */
export function compareDpi(page: PdfPage, quads: readonly Quad[]): number {
  const cover = coverBy(quads);
  const halves = pageObjects(page)
    .filter(({ kind, bounds }) => kind === "image" && cover.touches(page.space.boxOf(bounds)))
    .filter(({ handle }) => pictureFilter(page, handle) === "JPXDecode")
    .map((picture) => Math.floor(resolutionOf(page, picture) / 2) + 1);
  return Math.max(COMPARE_DPI, ...halves.map((dpi) => Math.min(dpi, MAX_DPI)));
}

/** Pixels to the inch, the way in which there are more. */
function resolutionOf({ engine }: PdfPage, { handle, parentMatrix }: PageObject): number {
  return engine.borrow(24, (scratch) => {
    const [a, b, c, d] = multiply(objectMatrix(engine, handle, scratch), parentMatrix);
    if (engine.raw.FPDFImageObj_GetImagePixelSize!(handle, scratch, scratch + 4) === 0) return 0;
    const [width = 0, height = 0] = engine.words().subarray(scratch / 4, scratch / 4 + 2);
    const resolution = Math.max(width / Math.hypot(a, b), height / Math.hypot(c, d)) * POINTS_PER_INCH;
    return Number.isFinite(resolution) ? resolution : 0;
  });
}
