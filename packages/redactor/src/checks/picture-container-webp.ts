import type { ForeignPart } from "./foreign-part.js";

/** "RIFF", length, "WEBP". */
const HEADER_BYTES = 12;
/** Type and length of a chunk. */
const CHUNK_HEADER_BYTES = 8;

/** What does not belong in a WebP file of one opaque frame: anything but the one chunk of pixels. */
export function foreignInWebp(bytes: Uint8Array): ForeignPart | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.length < HEADER_BYTES + CHUNK_HEADER_BYTES) return { detail: "no picture" };
  const chunk = file.toString("latin1", HEADER_BYTES, HEADER_BYTES + 4);
  if (chunk !== "VP8 " && chunk !== "VP8L")
    return /^[\w ]{4}$/.test(chunk)
      ? { detail: "a chunk that pixels do not need", part: chunk.trim() }
      : { detail: "a chunk without a name" };
  const length = file.readUInt32LE(HEADER_BYTES + 4);
  const end = HEADER_BYTES + CHUNK_HEADER_BYTES + length + (length % 2);
  if (file.readUInt32LE(4) + CHUNK_HEADER_BYTES !== end) return { detail: "chunks after the picture" };
  return end === file.length ? undefined : { detail: "bytes after the end" };
}
