import { type IfdField, numbersOf, readIfds } from "./ifd.js";
import type { Part, PartName } from "./part.js";
import { trailingParts } from "./trailing-parts.js";

const PARTS: Readonly<Record<number, PartName>> = {
  700: "XMP",
  33723: "IPTC",
  34377: "IPTC", // Photoshop's resources, which hold IPTC among others
  34675: "ICC",
  37724: "application data", // Photoshop's layers
};
/** Pointers to EXIF's and GPS's own directories. */
const DIRECTORY_TAGS: ReadonlySet<number> = new Set([34665, 34853]);
const ASCII = 2;

/** What a TIFF's directories hold besides pixels. The file as a whole is the EXIF structure. */
export function* tiffParts(bytes: Uint8Array): Iterable<Part> {
  const fields = readIfds(bytes);
  if (fields.some(({ tag, type }) => type === ASCII || DIRECTORY_TAGS.has(tag)))
    yield { name: "EXIF", data: bytes, isFile: true };
  for (const { tag, data } of fields) {
    const name = PARTS[tag];
    if (name) yield { name, data };
  }
  yield* trailingParts(bytes.subarray(endOf(bytes, fields)));
}

/** Fields that tell where pixels begin, each with the field that tells how many bytes: strips, tiles, JPEG files. */
const PLACES: readonly (readonly [offsets: number, lengths: number])[] = [
  [273, 279],
  [324, 325],
  [513, 514],
];
/** The offset of the next directory, behind the last entry. */
const LINK_BYTES = 8;

/** Behind the last byte that any field speaks of, directories in the older and in the larger form alike. */
function endOf(bytes: Uint8Array, fields: readonly IfdField[]): number {
  let end = LINK_BYTES;
  for (const { data, end: entryEnd } of fields)
    end = Math.max(end, entryEnd + LINK_BYTES, data.byteOffset - bytes.byteOffset + data.length);
  for (const [offsets, lengths] of PLACES) {
    const numbers = (wanted: number) => fields.filter(({ tag }) => tag === wanted).flatMap(numbersOf);
    const bytesOf = numbers(lengths);
    for (const [index, offset] of numbers(offsets).entries()) end = Math.max(end, offset + (bytesOf[index] ?? 0));
  }
  return end;
}
