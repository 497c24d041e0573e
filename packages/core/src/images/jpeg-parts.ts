import { asciiAt } from "./ascii.js";
import type { Part, PartName } from "./part.js";

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const COMMENT = 0xfe;
const APP0 = 0xe0;
const APP14 = 0xee;
const APP15 = 0xef;

/** Application segments by what they begin with; `skip` bytes stand before the content. */
const SIGNATURES: readonly { readonly app: number; readonly head: string; readonly skip: number; name: PartName }[] = [
  { app: 0xe1, head: "Exif\0\0", skip: 6, name: "EXIF" },
  { app: 0xe1, head: "http://ns.adobe.com/xap/1.0/\0", skip: 29, name: "XMP" },
  // After the head: 32 characters of digest, two 4-byte numbers (XMP specification part 3, 1.1.3.1).
  { app: 0xe1, head: "http://ns.adobe.com/xmp/extension/\0", skip: 75, name: "XMP" },
  { app: 0xe2, head: "ICC_PROFILE\0", skip: 14, name: "ICC" },
  { app: 0xed, head: "Photoshop 3.0\0", skip: 14, name: "IPTC" },
];

/** Segments of a JPEG stream that are not pixels, and what follows its end (ITU-T T.81, annex B). */
export function* jpegParts(bytes: Uint8Array): Iterable<Part> {
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) {
      at++; // bytes between segments, which readers skip
      continue;
    }
    const marker = bytes[at + 1]!;
    if (marker === END_OF_IMAGE) break;
    if (marker === 0xff || marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const end = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
    const part = segmentPart(marker, bytes.subarray(at + 4, end));
    if (part) yield part;
    at = marker === START_OF_SCAN ? endOfScan(bytes, end) : end;
  }
  const rest = bytes.subarray(at + 2);
  if (rest.some((byte) => byte !== 0)) yield { name: "trailing data", data: rest };
}

function segmentPart(marker: number, data: Uint8Array): Part | undefined {
  if (marker === COMMENT) return { name: "comment", data };
  if (marker < APP0 || marker > APP15 || marker === APP14) return undefined;
  if (marker === APP0 && asciiAt(data, 0, 4) === "JFIF") return undefined;
  const known = SIGNATURES.find(({ app, head }) => app === marker && asciiAt(data, 0, head.length) === head);
  return known ? { name: known.name, data: data.subarray(known.skip) } : { name: "application data", data };
}

/** The next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = bytes.indexOf(0xff, start);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return bytes.length;
}
