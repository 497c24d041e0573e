import type { PDFDict } from "../pdf-lib.js";
import { filtersOf } from "./decode-stream.js";
import { withoutJpegExtras } from "./jpeg-extras.js";
import { withoutJpxExtras } from "./jpx-extras.js";

/** A picture stream without camera data, thumbnails, comments and whatever follows its end. Other filters carry none. */
export function withoutPictureExtras(dict: PDFDict, contents: Uint8Array): Uint8Array {
  const filters = filtersOf(dict);
  if (filters.length !== 1) return contents;
  if (filters[0] === "DCTDecode") return withoutJpegExtras(contents);
  if (filters[0] === "JPXDecode") return withoutJpxExtras(contents);
  return contents;
}
