import { readAll } from "@tuhei/core";
import type { Leak, LeakDetail } from "../leak.js";
import { drawnBy, outputObjects, outputPages } from "../pdf/output-objects.js";
import { stringsIn } from "../pdf/strings-in-content.js";
import { PDFDict, PDFHexString, PDFName, type PDFObject, PDFStream, PDFString } from "../pdf-lib.js";
import { decodeStream, filtersOf, PICTURE_FILTERS, StreamError } from "../sanitize/decode-stream.js";
import type { Check } from "./check.js";
import { type Needles, needlesOf } from "./needles.js";

/** In compressed data and fonts, shorter needles occur by chance: two Han characters in UTF-8 are the shortest that do not. */
const MIN_BYTES_IN_BINARY = 6;

/** No redacted value stands in any object of the output, decoded, in whatever encoding, nor in its raw bytes. */
export const pdfNoValueInStreams: Check = {
  name: "pdf-no-value-in-streams",
  formats: ["pdf"],
  async run(output, { values }) {
    const needles = needlesOf(values);
    const leaks: Leak[] = [];
    const object = (detail: LeakDetail, page?: number) =>
      leaks.push({ check: pdfNoValueInStreams.name, detail, ...(page !== undefined && { page }) });
    const document = await outputObjects(output);
    const verdicts = new Map<string, LeakDetail | undefined>();
    for (const [index, page] of outputPages(document).entries()) {
      for (const { tag, object: reached } of drawnBy(page, document)) {
        const isStream = reached instanceof PDFStream;
        const detail = isStream
          ? remembered(verdicts, tag, () => objectionToStream(reached, needles))
          : holds(reached, needles) && "a redacted value in an object";
        if (!detail) continue;
        object(detail, index);
        break;
      }
    }
    const raw = await readAll(output);
    if (needles.count(raw, { minBytes: MIN_BYTES_IN_BINARY }) > 0) object("a redacted value in the raw bytes");
    return leaks;
  },
};

/** Fonts and forms are shared by pages; each is searched once. */
function remembered(verdicts: Map<string, LeakDetail | undefined>, tag: string, search: () => LeakDetail | undefined) {
  if (!verdicts.has(tag)) verdicts.set(tag, search());
  return verdicts.get(tag);
}

function holds(object: PDFObject, needles: Needles): boolean {
  if (object instanceof PDFString || object instanceof PDFHexString) return needles.count(object.asBytes()) > 0;
  if (object instanceof PDFName) return needles.count(Buffer.from(object.decodeText())) > 0;
  if (!(object instanceof PDFDict)) return false;
  return object.keys().some((key) => needles.count(Buffer.from(key.decodeText())) > 0);
}

/** Pictures are pixels: what they show is read by OCR, and their bytes are searched raw with the rest of the file. */
function objectionToStream(stream: PDFStream, needles: Needles): LeakDetail | undefined {
  const isPicture = stream.dict.get(PDFName.of("Subtype")) === PDFName.of("Image");
  if (isPicture || filtersOf(stream.dict).some((filter) => PICTURE_FILTERS.has(filter))) return undefined;
  try {
    return bytesHold(decodeStream(stream), needles) ? "a redacted value in a stream" : undefined;
  } catch (error) {
    if (error instanceof StreamError) return "a stream that cannot be decoded";
    throw error;
  }
}

function bytesHold(bytes: Uint8Array, needles: Needles): boolean {
  if (needles.count(bytes, { minBytes: MIN_BYTES_IN_BINARY }) > 0) return true;
  const strings = stringsIn(bytes);
  if (strings.some((string) => needles.count(string) > 0)) return true;
  return !isMap(bytes) && needles.count(Buffer.concat(strings)) > 0;
}

/** In a map from codes to characters, neighbours say nothing about what stood side by side on a page. */
function isMap(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes("begincmap");
}
