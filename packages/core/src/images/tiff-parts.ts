import { readIfds } from "./ifd.js";
import type { Part, PartName } from "./part.js";

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
  if (fields.some(({ tag, type }) => type === ASCII || DIRECTORY_TAGS.has(tag))) yield { name: "EXIF", data: bytes };
  for (const { tag, data } of fields) {
    const name = PARTS[tag];
    if (name) yield { name, data };
  }
}
