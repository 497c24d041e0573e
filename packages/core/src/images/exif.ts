import type { MetadataText } from "../model/document.js";
import { asciiAt, looseText, readableText } from "./ascii.js";
import { type IfdField, numbersOf, readIfds } from "./ifd.js";
import { positionText } from "./position.js";

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
};
const GPS_NAMES: Readonly<Record<number, string>> = {
  27: "GPSProcessingMethod",
  28: "GPSAreaInformation",
  29: "GPSDate",
};

const ASCII = 2;
const UTF8 = 129;
const UNDEFINED = 7;
const MAKER_NOTE = 37500;
const USER_COMMENT = 37510;
const FIRST_XP = 40091;
const LAST_XP = 40095;
/** Length of the word that names a user comment's encoding. */
const ENCODING_BYTES = 8;

/** Text and place of an EXIF (or TIFF) structure, with keys such as "EXIF.Artist" and "EXIF.GPS". */
export function exifTexts(tiff: Uint8Array): MetadataText[] {
  const fields = readIfds(tiff);
  const gps = fields.filter(({ directory }) => directory === "gps");
  return [
    ...positionText("EXIF.GPS", [degrees(gps, LATITUDE_REF), degrees(gps, LONGITUDE_REF)]),
    ...positionText("EXIF.GPSDest", [degrees(gps, DEST_LATITUDE_REF), degrees(gps, DEST_LONGITUDE_REF)]),
    ...fields.flatMap((field) => {
      const text = textOfField(field);
      return text ? [{ key: `EXIF.${nameOf(field)}`, text }] : [];
    }),
  ];
}

/** What an EXIF structure holds besides text; stable, shown to users as what was removed. */
export type ExifContent = "GPS position" | "maker notes" | "thumbnail";

/** Where a thumbnail begins (EXIF 3.0, 4.6.3). */
const THUMBNAIL = 513;

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
  return type === ASCII || type === UTF8 ? looseText(data) : undefined;
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
