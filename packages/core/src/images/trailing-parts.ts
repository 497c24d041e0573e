import { asciiAt } from "./ascii.js";
import { endOfJpeg } from "./jpeg-segments.js";
import type { Part } from "./part.js";

const JPEG_HEAD = Buffer.from([0xff, 0xd8, 0xff]);
/** The type of the box that begins a film, behind the box's length (ISO/IEC 14496-12, 4.3). */
const FILM_HEAD = Buffer.from("ftyp");
const LENGTH_BYTES = 4;
const BOX_HEADER_BYTES = 8;
/** A box that is longer says so, and its length follows its type. */
const LONG_BOX = 1;
/** More of them than any phone appends; a crafted file must not keep the reader busy. */
const MAX_PARTS = 200;

/**
 * What stands behind a picture's end: the further pictures of a multi-picture file (CIPA DC-007), the film of a motion
 * photo, and whatever else, notes between them too.
 */
export function* trailingParts(rest: Uint8Array): Iterable<Part> {
  let from = 0;
  for (let found = 0; found < MAX_PARTS; found++) {
    const next = nextFile(rest, from);
    if (!next) break;
    yield* notes(rest.subarray(from, next.start));
    const data = rest.subarray(next.start, next.end);
    yield { name: next.name, data };
    from = next.end;
  }
  yield* notes(rest.subarray(from));
}

function* notes(data: Uint8Array): Iterable<Part> {
  if (data.some((byte) => byte !== 0)) yield { name: "trailing data", data };
}

interface FilePlace {
  readonly name: "film" | "further picture";
  readonly start: number;
  readonly end: number;
}

function nextFile(rest: Uint8Array, from: number): FilePlace | undefined {
  const bytes = Buffer.from(rest.buffer, rest.byteOffset, rest.length);
  const picture = bytes.indexOf(JPEG_HEAD, from);
  const type = bytes.indexOf(FILM_HEAD, from + LENGTH_BYTES);
  const film = type < 0 ? -1 : type - LENGTH_BYTES;
  if (picture >= 0 && (film < 0 || picture < film))
    return { name: "further picture", start: picture, end: picture + endOfJpeg(bytes.subarray(picture)) };
  return film < 0 ? undefined : { name: "film", start: film, end: endOfBoxes(bytes, film) };
}

/** Behind the last box of a film that is whole; at least the first one's head belongs to it. */
function endOfBoxes(bytes: Buffer, start: number): number {
  let at = start;
  while (at + BOX_HEADER_BYTES <= bytes.length && /^[\w ©-]{4}$/.test(asciiAt(bytes, at + 4, at + 8))) {
    const short = bytes.readUInt32BE(at);
    const isLong = short === LONG_BOX && at + 2 * BOX_HEADER_BYTES <= bytes.length;
    const length = isLong ? Number(bytes.readBigUInt64BE(at + BOX_HEADER_BYTES)) : short;
    if (length < BOX_HEADER_BYTES || at + length > bytes.length) break;
    at += length;
  }
  return Math.max(at, Math.min(bytes.length, start + BOX_HEADER_BYTES));
}
