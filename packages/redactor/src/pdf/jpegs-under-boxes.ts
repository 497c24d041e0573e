import type { Quad } from "@tuhei/core";
import { type PdfPage, pageObjects } from "@tuhei/core/pdf";
import { pictureFilter } from "./picture-filter.js";
import { coverBy } from "./quad-cover.js";

/** Whether a picture under the quads is stored as JPEG: what pdfium makes of it may be stored as JPEG again. */
export function hasJpegUnder(page: PdfPage, quads: readonly Quad[]): boolean {
  const cover = coverBy(quads);
  return pageObjects(page).some(
    ({ kind, bounds, handle }) =>
      kind === "image" && cover.touches(page.space.boxOf(bounds)) && pictureFilter(page, handle) === "DCTDecode",
  );
}
