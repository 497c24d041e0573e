import type { MetadataText } from "../model/document.js";
import { asciiAt, looseText } from "./ascii.js";
import { type IfdField, numbersOf, readIfds } from "./ifd.js";
import { personsInNotes } from "./maker-notes.js";
import { positionText } from "./position.js";
import { readableText } from "./readable-text.js";

/** Names of fields that people fill in or that tell on them (EXIF 3.0, 4.6; TIFF 6.0). Others go by their number. */
const NAMES: Readonly<Record<number, string>> = {
  270: "ImageDescription",
  271: "Make",
  272: "Model",
  285: "PageName",
  305: "Software",
  306: "DateTime",
  315: "Artist",
  316: "HostComputer",
  33432: "Copyright",
  36867: "DateTimeOriginal",
  36868: "DateTimeDigitized",
  37500: "MakerNote",
  37510: "UserComment",
  40091: "XPTitle",
  40092: "XPComment",
  40093: "XPAuthor",
  40094: "XPKeywords",
  40095: "XPSubject",
  42016: "ImageUniqueID",
  42032: "CameraOwnerName",
  42033: "BodySerialNumber",
  42036: "LensModel",
  42037: "LensSerialNumber",
  42038: "ImageTitle",
  42039: "Photographer",
  42040: "ImageEditor",
};
const GPS_NAMES: Readonly<Record<number, string>> = {
  27: "GPSProcessingMethod",
  28: "GPSAreaInformation",
  29: "GPSDate",
};

const BYTE = 1;
const ASCII = 2;
const UTF8 = 129;
const UNDEFINED = 7;
/** Fields of bytes that are parts by themselves, or say how pixels are meant (TIFF 6.0; EXIF 3.0, 4.6.6). */
const READ_ELSEWHERE: ReadonlySet<number> = new Set([
  347, 700, 33421, 33422, 33723, 34377, 34675, 36864, 37121, 37724, 40960, 41484, 41728, 41729, 41730,
]);
const MAKER_NOTE = 37500;
const USER_COMMENT = 37510;
const FIRST_XP = 40091;
const LAST_XP = 40095;
/** Length of the word that names a user comment's encoding. */
const ENCODING_BYTES = 8;

/** The key of names that only the maker of the camera knows to be names. */
export const PERSON_IN_NOTES = "EXIF.MakerNote.Name";

/** Text and place of an EXIF (or TIFF) structure, with keys such as "EXIF.Artist" and "EXIF.GPS". */
export function exifTexts(tiff: Uint8Array): MetadataText[] {
  const fields = readIfds(tiff);
  const gps = fields.filter(({ directory }) => directory === "gps");
  return [
    ...positionText("EXIF.GPS", [degrees(gps, LATITUDE_REF), degrees(gps, LONGITUDE_REF)]),
    ...positionText("EXIF.GPSDest", [degrees(gps, DEST_LATITUDE_REF), degrees(gps, DEST_LONGITUDE_REF)]),
    ...personsInNotes(tiff, fields).map((text) => ({ key: PERSON_IN_NOTES, text })),
    ...fields.flatMap((field) => {
      const text = textOfField(field);
      return text ? [{ key: `EXIF.${nameOf(field)}`, text }] : [];
    }),
  ];
}

/** What an EXIF structure holds besides text; stable, shown to users as what was removed. */
export type ExifContent = "GPS position" | "maker notes" | "thumbnail";

/** Where a thumbnail begins, and how long it is (EXIF 3.0, 4.6.3). */
const THUMBNAIL = 513;
const THUMBNAIL_BYTES = 514;
const STRIP_OFFSETS = 273;

/**
 * The smaller pictures that EXIF holds: JPEG files, and an empty one for each that is none. Those in a maker's notes are among what
 * the notes hold.
 */
export function exifThumbnails(tiff: Uint8Array): Uint8Array[] {
  const fields = readIfds(tiff);
  const first = (tag: number) => fields.filter((field) => field.tag === tag).map((field) => numbersOf(field)[0] ?? 0);
  const lengths = first(THUMBNAIL_BYTES);
  const jpegs = first(THUMBNAIL).map((start, index) => tiff.subarray(start, start + (lengths[index] ?? 0)));
  return [...jpegs, ...first(STRIP_OFFSETS).map(() => new Uint8Array())];
}

/** What a maker keeps for itself, for others to look through. */
export function makerNotes(tiff: Uint8Array): Uint8Array[] {
  const isNotes = ({ directory, tag }: IfdField) => directory === "exif" && tag === MAKER_NOTE;
  return readIfds(tiff)
    .filter(isNotes)
    .map(({ data }) => data);
}

/** Which of these a structure holds. */
export function exifContents(tiff: Uint8Array): ExifContent[] {
  const contents = readIfds(tiff).flatMap(({ directory, tag }): ExifContent[] => {
    if (directory === "gps") return ["GPS position"];
    if (directory === "exif" && tag === MAKER_NOTE) return ["maker notes"];
    return tag === THUMBNAIL ? ["thumbnail"] : [];
  });
  return [...new Set(contents)];
}

function nameOf({ directory, tag }: IfdField): string {
  return (directory === "gps" ? GPS_NAMES : NAMES)[tag] ?? `0x${tag.toString(16).padStart(4, "0")}`;
}

function textOfField(field: IfdField): string | undefined {
  const { tag, type, data, littleEndian, directory } = field;
  if (tag >= FIRST_XP && tag <= LAST_XP) return trimmed(new TextDecoder("utf-16le").decode(data));
  const isEncoded = directory === "gps" ? tag in GPS_NAMES && type === UNDEFINED : tag === USER_COMMENT;
  if (isEncoded) return encodedText(data, littleEndian);
  if (tag === MAKER_NOTE && directory === "exif") return readableText(data);
  // The references N, S, E and W are told with the position.
  if (directory === "gps" && data.length <= 2) return undefined;
  if (type === ASCII || type === UTF8) return looseText(data);
  // Of a maker's own: what it is, only the maker knows.
  return (type === UNDEFINED || type === BYTE) && !READ_ELSEWHERE.has(tag) ? readableText(data) : undefined;
}

/** Text behind the name of its encoding (EXIF 3.0, 4.6.6.6). */
function encodedText(data: Uint8Array, littleEndian: boolean): string {
  const encoding = asciiAt(data, 0, ENCODING_BYTES).replaceAll("\0", "");
  const text = data.subarray(ENCODING_BYTES);
  if (encoding === "UNICODE") return trimmed(new TextDecoder(littleEndian ? "utf-16le" : "utf-16be").decode(text));
  if (encoding === "JIS") return trimmed(new TextDecoder("iso-2022-jp").decode(text));
  return looseText(encoding === "ASCII" || encoding === "" ? text : data);
}

function trimmed(text: string): string {
  return text.replaceAll("\0", " ").trim();
}

/** Tags of the references; the degrees follow (EXIF 3.0, 4.6.7). */
const LATITUDE_REF = 1;
const LONGITUDE_REF = 3;
const DEST_LATITUDE_REF = 19;
const DEST_LONGITUDE_REF = 21;

/** Degrees, south and west negative. */
function degrees(fields: readonly IfdField[], reference: number): number | undefined {
  const value = fields.find(({ tag }) => tag === reference + 1);
  const [degree, minute = 0, second = 0] = value ? numbersOf(value) : [];
  if (degree === undefined) return undefined;
  const side = fields.find(({ tag }) => tag === reference);
  const sign = side && /[SW]/.test(asciiAt(side.data, 0, 1)) ? -1 : 1;
  return sign * (degree + (minute || 0) / 60 + (second || 0) / 3600);
}
