import { asciiAt } from "./ascii.js";
import type { Part, PartName } from "./part.js";
import { trailingParts } from "./trailing-parts.js";

/** Chunks that say how pixels are to be shown, and nothing else (PNG third edition, 11). */
const PIXEL_CHUNKS: ReadonlySet<string> = new Set(
  "IHDR PLTE IDAT IEND tRNS cHRM cICP gAMA mDCV cLLI sBIT sRGB bKGD hIST pHYs tIME".split(" "),
);
const PARTS: Readonly<Record<string, PartName>> = {
  tEXt: "PNG text",
  zTXt: "PNG text",
  iTXt: "PNG text",
  eXIf: "EXIF",
  iCCP: "ICC",
  acTL: "animation frames",
  fcTL: "animation frames",
  fdAT: "animation frames",
};
/** The keyword of the text chunk that holds XMP. */
const XMP_KEYWORD = "XML:com.adobe.xmp\0";
/** Bytes of the signature. */
const SIGNATURE_BYTES = 8;
/** Bytes of a chunk besides its data: length, type, checksum. */
const CHUNK_BYTES = 12;

/** Chunks that are not pixels, and what follows the end. */
export function* pngParts(bytes: Uint8Array): Iterable<Part> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = SIGNATURE_BYTES;
  for (let chunk = ""; chunk !== "IEND" && at + CHUNK_BYTES <= bytes.length; ) {
    const length = view.getUint32(at);
    chunk = asciiAt(bytes, at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    at += CHUNK_BYTES + length;
    if (PIXEL_CHUNKS.has(chunk)) continue;
    const name = PARTS[chunk] ?? "application data";
    const isXmp = name === "PNG text" && asciiAt(data, 0, XMP_KEYWORD.length) === XMP_KEYWORD;
    yield { name: isXmp ? "XMP" : name, data, chunk };
  }
  yield* trailingParts(bytes.subarray(at));
}
