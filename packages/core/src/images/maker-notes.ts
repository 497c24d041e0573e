import { looseText } from "./ascii.js";
import { type IfdField, readIfd } from "./ifd.js";

/** Texts that a maker's notes hold about a person, by the maker's tag. */
const PERSONS: readonly {
  /** How EXIF's "Make" begins. */
  readonly make: string;
  /** Where the directory begins within the notes. Places in it count from the beginning of the EXIF structure. */
  readonly skip: number;
  readonly tags: readonly number[];
}[] = [
  { make: "canon", skip: 0, tags: [0x0009] },
  // The name of a child, and of faces that the camera knows.
  { make: "panasonic", skip: 12, tags: [0x0061, 0x0066] },
];

/**
 * Names that makers' notes hold where nothing else says that they are names: of the owner, of a child, of faces that are known
 * (exiftool, Image::ExifTool::Canon and Panasonic).
 */
export function personsInNotes(tiff: Uint8Array, fields: readonly IfdField[]): string[] {
  const make = fields.find(({ directory, tag }) => directory === "image" && tag === 271);
  const notes = fields.find(({ directory, tag }) => directory === "exif" && tag === 37500);
  const maker = make && PERSONS.find((one) => looseText(make.data).toLowerCase().startsWith(one.make));
  if (!maker || !notes) return [];
  const start = notes.data.byteOffset - tiff.byteOffset + maker.skip;
  return readIfd(tiff, start).flatMap(({ tag, data }) => (maker.tags.includes(tag) ? runsIn(data) : []));
}

/** Texts in a field of fixed places, filled up with zeros. */
function runsIn(data: Uint8Array): string[] {
  const runs = Buffer.from(data)
    .toString("latin1")
    .split(/[\0-\x1f]+/);
  return runs.filter((run) => run.length > 1).map((run) => looseText(Buffer.from(run, "latin1")));
}
