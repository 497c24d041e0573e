import { asciiAt } from "./ascii.js";
import type { Part, PartName } from "./part.js";
import { trailingParts } from "./trailing-parts.js";

const PIXEL_CHUNKS: ReadonlySet<string> = new Set(["VP8 ", "VP8L", "VP8X", "ALPH"]);
const PARTS: Readonly<Record<string, PartName>> = {
  EXIF: "EXIF",
  "XMP ": "XMP",
  ICCP: "ICC",
  ANIM: "animation frames",
  ANMF: "animation frames",
};
/** "RIFF", length, "WEBP". */
const HEADER_BYTES = 12;
/** Type and length. */
const CHUNK_HEADER_BYTES = 8;

/** Chunks that are not pixels, and what follows the RIFF form (RFC 9649, 2). */
export function* webpParts(bytes: Uint8Array): Iterable<Part> {
  if (bytes.length < HEADER_BYTES) return;
  const end = Math.min(bytes.length, riffEnd(bytes));
  for (const { type, data } of webpChunks(bytes.subarray(0, end))) {
    if (!PIXEL_CHUNKS.has(type)) yield { name: PARTS[type] ?? "application data", data: withoutExifHead(type, data) };
  }
  yield* trailingParts(bytes.subarray(end));
}

/** Whether the picture's pixels were stored without loss. */
export function isLosslessWebp(bytes: Uint8Array): boolean {
  for (const { type, data } of webpChunks(bytes)) {
    if (type === "VP8L") return true;
    // A frame of an animation: 16 bytes, then its own chunks.
    if (type === "ANMF") return asciiAt(data, 16, 20) === "VP8L";
  }
  return false;
}

function* webpChunks(bytes: Uint8Array): Iterable<{ readonly type: string; readonly data: Uint8Array }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = HEADER_BYTES; at + CHUNK_HEADER_BYTES <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    const start = at + CHUNK_HEADER_BYTES;
    yield { type: asciiAt(bytes, at, at + 4), data: bytes.subarray(start, start + length) };
    at = start + length + (length % 2);
  }
}

function riffEnd(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(4, true) + CHUNK_HEADER_BYTES;
}

/** Some writers keep JPEG's marker before the TIFF structure. */
function withoutExifHead(type: string, data: Uint8Array): Uint8Array {
  return type === "EXIF" && asciiAt(data, 0, 6) === "Exif\0\0" ? data.subarray(6) : data;
}
