import type { ForeignPart } from "./foreign-part.js";

const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const APP0 = 0xe0;
/** Frames (baseline, extended, progressive), Huffman tables, scans, quantisation tables, restart intervals. */
const PIXEL_SEGMENTS: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2, 0xc4, START_OF_SCAN, 0xdb, 0xdd]);
/** A JFIF segment with its length and without a thumbnail (JFIF 1.02). */
const JFIF_BYTES = 16;

/** What does not belong in a JPEG file of pixels alone. */
export function foreignInJpeg(bytes: Uint8Array): ForeignPart | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== START_OF_IMAGE) return { detail: "no start of image" };
  let at = 2;
  while (bytes[at] === 0xff && bytes[at + 1] !== END_OF_IMAGE) {
    const marker = bytes[at + 1]!;
    const length = (bytes[at + 2]! << 8) | bytes[at + 3]!;
    const isJfif = marker === APP0 && length === JFIF_BYTES && startsWith(bytes, at + 4, "JFIF\0");
    if (!isJfif && !PIXEL_SEGMENTS.has(marker))
      return { detail: "a segment that pixels do not need", part: `ff${marker?.toString(16)}` };
    at += 2 + length;
    if (marker === START_OF_SCAN) at = endOfScan(bytes, at);
  }
  if (bytes[at] !== 0xff) return { detail: "bytes between segments" };
  return at + 2 === bytes.length ? undefined : { detail: "bytes after the end" };
}

function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = start; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1]!;
    const isStuffing = next === 0;
    const isRestart = next >= 0xd0 && next <= 0xd7;
    if (!isStuffing && !isRestart) return at;
  }
  return bytes.length;
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return Buffer.from(bytes.subarray(at, at + text.length)).toString("latin1") === text;
}
