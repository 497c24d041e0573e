import { TuheiError } from "../errors.js";
import { decodePicture, type PictureFormat, readPictureHeader } from "../images/decode.js";
import { metadataOf } from "../images/metadata.js";
import { partsOf } from "../images/parts.js";
import { layout } from "../layout.js";
import { loweredLimits } from "../limits.js";
import type { Document, Page } from "../model/document.js";
import type { Raster } from "../ocr/engine.js";
import { isPlainPlace } from "../plain-place.js";
import { readFaces } from "../read-faces.js";
import { readLines, readMarks, withoutText } from "../read-raster.js";
import type { Services } from "../services.js";
import { type ByteSource, readAll } from "../source.js";
import { stretchedOverPaper } from "../white-space.js";
import type { OpenOptions } from "./format.js";

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
  const { metadata, gaps } = metadataOf(parts);
  const isAnimated = unreadFrames > 0 || parts.some(({ name }) => name === "animation frames");
  return {
    format,
    metadata,
    gaps: isAnimated ? [...gaps, { code: "frame-not-read" }] : gaps,
    async *pages() {
      for (const index of frames.keys()) {
        const decoded = () => decodePicture(bytes, index, source.name);
        const page = await readPage(index, await decoded(), services);
        yield {
          ...page,
          stretch: async (quads) => stretchedOverPaper(await decoded(), quads),
          arePlain: async (places) => {
            const raster = await decoded();
            return places.map((place) => isPlainPlace(raster, place));
          },
        };
      }
    },
    close() {},
  };
}

async function readPage(index: number, raster: Raster, services: Services): Promise<Page> {
  const barcodes = await readMarks(raster, services);
  const faces = await readFaces(raster, services);
  const marks = [...barcodes.marks, ...faces.marks];
  const { lines, unread, illegible, gap } = await readLines(raster, services, marks);
  const { text, runs, locate } = layout(lines);
  return {
    index,
    size: { width: raster.width, height: raster.height, unit: "px" },
    text,
    runs,
    locate,
    marks: withoutText(marks, lines),
    ...(unread.length > 0 && { unread }),
    ...(illegible.length > 0 && { illegible }),
    gaps: [gap, barcodes.gap, faces.gap].flatMap((code) => (code ? [{ code, page: index }] : [])),
  };
}
