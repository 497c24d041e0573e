import type { ForeignPart } from "./foreign-part.js";

/** Chunks that pixels need, and their resolution. */
const PIXEL_CHUNKS: ReadonlySet<string> = new Set(["IHDR", "PLTE", "IDAT", "IEND", "pHYs"]);
const SIGNATURE = "\x89PNG\r\n\x1a\n";
/** Length, type and checksum. */
const CHUNK_BYTES = 12;

/** What does not belong in a PNG file of pixels alone. */
export function foreignInPng(bytes: Uint8Array): ForeignPart | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.toString("latin1", 0, SIGNATURE.length) !== SIGNATURE) return { detail: "no signature" };
  let at = SIGNATURE.length;
  while (at + CHUNK_BYTES <= file.length) {
    const chunk = file.toString("latin1", at + 4, at + 8);
    if (!PIXEL_CHUNKS.has(chunk))
      return /^[A-Za-z]{4}$/.test(chunk)
        ? { detail: "a chunk that pixels do not need", part: chunk }
        : { detail: "a chunk without a name" };
    at += CHUNK_BYTES + file.readUInt32BE(at);
    if (chunk === "IEND") return at === file.length ? undefined : { detail: "bytes after the end" };
  }
  return { detail: "no end" };
}
