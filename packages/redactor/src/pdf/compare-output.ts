import { openPdf, type PdfFile, renderPage } from "@tuhei/core/pdf";
import { changedPixels } from "./changed-pixels.js";

/** Pixels to the inch: a letter of 6 pt is still four pixels high. */
const DPI = 48;
/** Pixels that may differ: soft edges. */
const MAX_CHANGED = 4;

/**
 * Pages of a rebuilt file that do not look like those it was made from: a font was cut down too far, or content was taken for
 * something else.
 *
 * @throws {TuheiError} "damaged", "engine" when the new file cannot be opened
 */
export async function pagesThatChanged(
  original: PdfFile,
  rebuilt: Uint8Array,
  name: string,
  isCompared: (page: number) => boolean,
): Promise<readonly number[]> {
  const changed: number[] = [];
  const file = await openPdf(rebuilt, { name });
  try {
    for (let index = 0; index < file.pageCount; index++) {
      if (!isCompared(index)) continue;
      const before = original.withPage(index, (page) => renderPage(page, DPI));
      const after = file.withPage(index, (page) => renderPage(page, DPI));
      const isSameSize = before.raster.width === after.raster.width && before.raster.height === after.raster.height;
      if (!isSameSize || changedPixels(before, after, [], 0) > MAX_CHANGED) changed.push(index);
    }
  } finally {
    file.close();
  }
  return changed;
}
