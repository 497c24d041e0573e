import { TuheiError } from "../errors.js";
import { decodePicture, type PictureFormat, readPictureHeader } from "../images/decode.js";
import { metadataOf } from "../images/metadata.js";
import { partsOf } from "../images/parts.js";
import { layout } from "../layout.js";
import { limits } from "../limits.js";
import type { Document, Gap, Mark, Page } from "../model/document.js";
import type { Point } from "../model/geometry.js";
import type { OcrLine, Raster } from "../ocr/engine.js";
import type { Services } from "../services.js";
import { type ByteSource, readAll } from "../source.js";
import type { OpenOptions } from "./format.js";

/**
 * A picture as a document: every page of a TIFF, the first frame of anything else, read by OCR and searched for barcodes.
 *
 * @throws {TuheiError} "damaged", "too-large", "engine"
 */
export async function openPicture(
  format: PictureFormat,
  source: ByteSource,
  { services }: OpenOptions,
): Promise<Document> {
  if (source.size > limits.wholeFileBytes) {
    throw new TuheiError("too-large", `${source.name}: more than ${limits.wholeFileBytes} bytes; scale it down`);
  }
  const bytes = await readAll(source);
  const { frames, unreadFrames } = await readPictureHeader(bytes, format, source.name);
  const parts = partsOf(bytes, format);
  const { metadata, gaps } = metadataOf(parts);
  const isAnimated = unreadFrames > 0 || parts.some(({ name }) => name === "animation frames");
  return {
    format,
    metadata,
    gaps: isAnimated ? [...gaps, { code: "frame-not-read" }] : gaps,
    async *pages() {
      for (const index of frames.keys()) {
        yield await readPage(index, await decodePicture(bytes, index, source.name), services);
      }
    },
    close() {},
  };
}

async function readPage(index: number, raster: Raster, services: Services): Promise<Page> {
  const { lines, gap } = await readLines(raster, services);
  const barcodes = await readBarcodes(raster, services);
  const { text, runs, locate } = layout(lines);
  return {
    index,
    size: { width: raster.width, height: raster.height, unit: "px" },
    text,
    runs,
    locate,
    marks: barcodes.marks,
    gaps: [gap, barcodes.gap].flatMap((code) => (code ? [{ code, page: index }] : [])),
  };
}

async function readLines(
  raster: Raster,
  services: Services,
): Promise<{ readonly lines: readonly OcrLine[]; readonly gap?: Gap["code"] }> {
  const engine = await services.ocr();
  if (!engine) return { lines: [], gap: "ocr-unavailable" };
  try {
    const lines = await engine.recognize(raster);
    return lines.some(isUnread) ? { lines, gap: "low-confidence" } : { lines };
  } catch {
    // Whatever the engine says may quote the picture: the page tells only that it was not read.
    return { lines: [], gap: "ocr-failed" };
  }
}

/** Below it, a reading is as likely wrong as right. */
const MIN_CONFIDENCE = 0.5;
/** Text lower than this, in pixels, nobody can read; shorter than two heights, it is a speck. */
const MIN_HEIGHT = 8;
const MIN_ASPECT = 2;

/** Whether something that has the size and shape of text was not read. */
function isUnread({ confidence, quad: [a, b, , d] }: OcrLine): boolean {
  const height = distance(a, d);
  return confidence < MIN_CONFIDENCE && height >= MIN_HEIGHT && distance(a, b) >= MIN_ASPECT * height;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** A decoded symbol is certain; one that was only located is one all the same. */
const DECODED_SCORE = 0.95;
const LOCATED_SCORE = 0.9;

async function readBarcodes(
  raster: Raster,
  services: Services,
): Promise<{ readonly marks: readonly Mark[]; readonly gap?: Gap["code"] }> {
  try {
    const barcodes = await services.barcodes(raster);
    const marks = barcodes.map(
      ({ symbology, quad, payload }): Mark => ({
        entityType: "barcode",
        quad,
        score: payload === undefined ? LOCATED_SCORE : DECODED_SCORE,
        kind: symbology,
        ...(payload !== undefined && { payload }),
      }),
    );
    return { marks };
  } catch {
    // As above: the reader's message may quote a payload.
    return { marks: [], gap: "barcode-failed" };
  }
}
