import { TuheiError } from "../errors.js";
import { decodePicture, type PictureFormat, readPictureHeader } from "../images/decode.js";
import { metadataOf } from "../images/metadata.js";
import { partsOf } from "../images/parts.js";
import { loweredLimits } from "../limits.js";
import type { Document } from "../model/document.js";
import { type ByteSource, readAll } from "../source.js";
import type { OpenOptions } from "./format.js";
import { rasterPage } from "./raster-page.js";

/**
 * A picture as a document: every page of a TIFF, the first frame of anything else, read by OCR and searched for barcodes and faces.
 *
 * @throws {TuheiError} "damaged", "too-large", "engine"
 */
export async function openPicture(
  format: PictureFormat,
  source: ByteSource,
  { services, limits: lower }: OpenOptions,
): Promise<Document> {
  const limits = loweredLimits(lower);
  if (source.size > limits.wholeFileBytes) {
    throw new TuheiError("too-large", `${source.name}: more than ${limits.wholeFileBytes} bytes; scale it down`);
  }
  const bytes = await readAll(source);
  const { frames, unreadFrames } = await readPictureHeader(bytes, format, source.name, limits);
  const parts = partsOf(bytes, format);
  const { metadata, gaps, pictures } = metadataOf(parts);
  const isAnimated = unreadFrames > 0 || parts.some(({ name }) => name === "animation frames");
  const hasOthers = isAnimated || (await someShowOther(bytes, pictures));
  return {
    format,
    metadata,
    gaps: hasOthers ? [...gaps, { code: "frame-not-read" }] : gaps,
    async *pages() {
      for (const index of frames.keys()) {
        yield await rasterPage(index, () => decodePicture(bytes, index, source.name), services);
      }
    },
    close() {},
  };
}

/** Whether one of the pictures within the file shows anything that the file itself does not. */
async function someShowOther(bytes: Uint8Array, pictures: readonly Uint8Array[]): Promise<boolean> {
  if (pictures.length === 0) return false;
  const { showsTheSame } = await import("../images/same-picture.js");
  for (const picture of pictures) if (!(await showsTheSame(bytes, picture))) return true;
  return false;
}
