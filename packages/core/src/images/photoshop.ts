import { asciiAt } from "./ascii.js";
import type { Part, PartName } from "./part.js";

/** One of Photoshop's image resources (Adobe Photoshop File Formats Specification, Image Resources). */
const SIGNATURE = "8BIM";
/** Signature, number, and the length and byte of an empty name. */
const MIN_BYTES = 12;
/** Before a thumbnail's JPEG file: format, sides, sizes, depth, planes. */
const THUMBNAIL_HEAD = 28;

const PARTS: Readonly<Record<number, PartName>> = {
  1028: "IPTC",
  1033: "thumbnail", // red and blue in the other order
  1036: "thumbnail",
  1058: "EXIF",
  1059: "EXIF",
  1060: "XMP",
};

/** The resources in a block of Photoshop's, each as a part; a block of another make as it is. */
export function photoshopParts(block: Uint8Array): Part[] {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
  const parts: Part[] = [];
  let at = 0;
  while (at + MIN_BYTES <= bytes.length && asciiAt(bytes, at, at + 4) === SIGNATURE) {
    const id = bytes.readUInt16BE(at + 4);
    // A name and its length take an even number of bytes together, and so does the content.
    const named = 1 + bytes[at + 6]!;
    const start = at + 6 + named + (named % 2);
    if (start + 4 > bytes.length) break;
    const length = bytes.readUInt32BE(start);
    const data = bytes.subarray(start + 4, start + 4 + length);
    if (named > 1) parts.push({ name: "application data", data: bytes.subarray(at + 7, at + 6 + named) });
    const name = PARTS[id] ?? "application data";
    parts.push({ name, data: name === "thumbnail" ? data.subarray(THUMBNAIL_HEAD) : data });
    at = start + 4 + length + (length % 2);
  }
  // Not, or not wholly, of resources.
  if (at < bytes.length) parts.push({ name: "IPTC", data: bytes.subarray(at) });
  return parts;
}
