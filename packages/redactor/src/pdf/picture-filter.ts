import type { PdfPage } from "@tuhei/core/pdf";

/** Bytes lent for a filter's name. */
const NAME_BYTES = 32;

/**
 * The filter in which the pixels of a picture are stored, the last that was applied to them: "DCTDecode" for a JPEG.
 *
 * @param handle FPDF_PAGEOBJECT of an image on the loaded page
 * @returns undefined where they are stored as they are
 * @throws {TuheiError} "engine"
 */
export function pictureFilter({ engine }: PdfPage, handle: number): string | undefined {
  const count = engine.raw.FPDFImageObj_GetImageFilterCount!(handle);
  if (count === 0) return undefined;
  return engine.borrow(NAME_BYTES, (buffer) => {
    const length = engine.raw.FPDFImageObj_GetImageFilter!(handle, count - 1, buffer, NAME_BYTES);
    const name = engine.bytes().subarray(buffer, buffer + Math.max(0, Math.min(length, NAME_BYTES) - 1));
    return Buffer.from(name).toString("latin1");
  });
}
