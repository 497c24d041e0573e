import type { Quad } from "@tuhei/core";
import { type PdfPage, pageObjects } from "@tuhei/core/pdf";
import { coverBy } from "./quad-cover.js";

/** Bytes lent for a filter's name. */
const NAME_BYTES = 32;

/** Whether a picture under the quads is stored as JPEG: what pdfium makes of it may be stored as JPEG again. */
export function hasJpegUnder(page: PdfPage, quads: readonly Quad[]): boolean {
  const { engine, space } = page;
  const cover = coverBy(quads);
  return engine.borrow(NAME_BYTES, (buffer) =>
    pageObjects(page).some(({ kind, bounds, handle }) => {
      if (kind !== "image" || !cover.touches(space.boxOf(bounds))) return false;
      const count = engine.raw.FPDFImageObj_GetImageFilterCount!(handle);
      if (count === 0) return false;
      const length = engine.raw.FPDFImageObj_GetImageFilter!(handle, count - 1, buffer, NAME_BYTES);
      const name = Buffer.from(engine.bytes().subarray(buffer, buffer + Math.max(0, Math.min(length, NAME_BYTES) - 1)));
      return name.toString("latin1") === "DCTDecode";
    }),
  );
}
