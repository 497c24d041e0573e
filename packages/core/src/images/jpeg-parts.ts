import { asciiAt } from "./ascii.js";
import { endOfJpeg, jpegSegments } from "./jpeg-segments.js";
import type { Part, PartName } from "./part.js";
import { trailingParts } from "./trailing-parts.js";

const COMMENT = 0xfe;
const APP0 = 0xe0;
const APP14 = 0xee;
const APP15 = 0xef;

/** JFIF's head, version, density and the sides of its thumbnail (JFIF 1.02); then the thumbnail. */
const JFIF_BYTES = 14;
/** Adobe's head, version, flags and colours (Adobe TN 5116, 18). */
const ADOBE_BYTES = 12;
/** A thumbnail in an extension of JFIF: its head, then one byte that says in what form. */
const JFXX_HEAD = "JFXX\0";

/** Application segments by what they begin with; `skip` bytes stand before the content. */
const SIGNATURES: readonly { readonly app: number; readonly head: string; readonly skip: number; name: PartName }[] = [
  { app: 0xe0, head: JFXX_HEAD, skip: 6, name: "thumbnail" },
  { app: 0xe1, head: "Exif\0\0", skip: 6, name: "EXIF" },
  { app: 0xe1, head: "http://ns.adobe.com/xap/1.0/\0", skip: 29, name: "XMP" },
  { app: 0xed, head: "Photoshop 3.0\0", skip: 14, name: "IPTC" },
];
const EXTENDED_XMP = "http://ns.adobe.com/xmp/extension/\0";
const ICC_HEAD = "ICC_PROFILE\0";

/** Segments of a JPEG stream that are not pixels, and what follows its end (ITU-T T.81, annex B). */
export function* jpegParts(bytes: Uint8Array): Iterable<Part> {
  const extended: Uint8Array[] = [];
  const profile: Uint8Array[] = [];
  for (const { marker, data } of jpegSegments(bytes)) {
    if (asciiAt(data, 0, EXTENDED_XMP.length) === EXTENDED_XMP) extended.push(data.subarray(EXTENDED_XMP.length));
    else if (asciiAt(data, 0, ICC_HEAD.length) === ICC_HEAD) profile.push(data.subarray(ICC_HEAD.length));
    else yield* segmentParts(marker, data);
  }
  for (const data of joinedXmp(extended)) yield { name: "XMP", data };
  if (profile.length > 0) yield { name: "ICC", data: joinedProfile(profile) };
  yield* trailingParts(bytes.subarray(endOfJpeg(bytes)));
}

/** @param marker undefined for bytes between segments, which readers skip */
function* segmentParts(marker: number | undefined, data: Uint8Array): Iterable<Part> {
  if (marker === undefined) yield { name: "application data", data };
  else if (marker === COMMENT) yield { name: "comment", data };
  else if (marker >= APP0 && marker <= APP15) yield* applicationParts(marker, data);
}

function* applicationParts(marker: number, data: Uint8Array): Iterable<Part> {
  if (marker === APP0 && asciiAt(data, 0, 4) === "JFIF") {
    if (data.length > JFIF_BYTES) yield { name: "thumbnail", data: data.subarray(JFIF_BYTES) };
    return;
  }
  if (marker === APP14 && data.length <= ADOBE_BYTES && asciiAt(data, 0, 5) === "Adobe") return;
  const known = SIGNATURES.find(({ app, head }) => app === marker && asciiAt(data, 0, head.length) === head);
  yield known ? { name: known.name, data: data.subarray(known.skip) } : { name: "application data", data };
}

/** Characters of a packet's digest. */
const DIGEST = 32;
/** The digest, then two 4-byte numbers: the packet's length and where this portion begins. */
const PORTION_HEAD = DIGEST + 8;

/** Packets that are larger than a segment, each joined from its portions (XMP specification part 3, 1.1.3.1). */
function joinedXmp(portions: readonly Uint8Array[]): Uint8Array[] {
  const offset = (portion: Uint8Array) =>
    portion.length < PORTION_HEAD ? 0 : Buffer.from(portion).readUInt32BE(DIGEST + 4);
  const digestOf = (portion: Uint8Array) => asciiAt(portion, 0, DIGEST);
  const inOrder = portions.toSorted((a, b) => offset(a) - offset(b));
  return [...new Set(portions.map(digestOf))].map((digest) =>
    Buffer.concat(inOrder.filter((one) => digestOf(one) === digest).map((portion) => portion.subarray(PORTION_HEAD))),
  );
}

/** Chunks that begin with their number and how many there are (ICC.1:2022, B.4). */
function joinedProfile(chunks: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(chunks.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0)).map((chunk) => chunk.subarray(2)));
}
