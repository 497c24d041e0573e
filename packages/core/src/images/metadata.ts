import type { Gap, MetadataText } from "../model/document.js";
import { looseText } from "./ascii.js";
import { exifTexts, PERSON_IN_NOTES } from "./exif.js";
import { filmTexts } from "./film.js";
import { iccTexts } from "./icc.js";
import { innerParts } from "./inner-parts.js";
import { iptcTexts } from "./iptc.js";
import type { Part } from "./part.js";
import { pngText, pngTextBytes } from "./png-text.js";
import { readableText } from "./readable-text.js";
import { xmpTexts } from "./xmp.js";

/** Phones append notes of their own to what they take. A longer appendix may be a film or a second picture. */
const MAX_NOTES_BYTES = 4096;

/** Bytes of data of unknown make in which texts are looked for. */
const MAX_LOOKED_AT = 8 * 1024 * 1024;

/** Fields whose text is a person's name, whatever language it is in. */
const PERSON_FIELDS: ReadonlySet<string> = new Set([
  "EXIF.Artist",
  "EXIF.CameraOwnerName",
  "EXIF.ImageEditor",
  "EXIF.Photographer",
  "EXIF.XPAuthor",
  PERSON_IN_NOTES,
  "IPTC.By-line",
  "IPTC.Writer",
  "PNG.Author",
  "XMP.Artist",
  "XMP.Author",
  "XMP.CameraOwnerName",
  "XMP.CaptionWriter",
  "XMP.ImageEditor",
  "XMP.OwnerName",
  "XMP.PersonDisplayName",
  "XMP.PersonInImage",
  "XMP.Photographer",
  "XMP.creator",
]);
const PERSON_LABEL = "姓名";

/** What a picture's parts say, and what they show beside the picture. */
export interface PictureMetadata {
  readonly metadata: MetadataText[];
  /** Where a part was not read. */
  readonly gaps: Gap[];
  /** Thumbnails, previews, further pictures: files in JPEG or PNG, an empty one where it is neither. */
  readonly pictures: readonly Uint8Array[];
}

/** Texts in a picture's parts, with keys such as "EXIF.GPS", "XMP.creator", "PNG.Author", each key once and its texts in lines. */
export function metadataOf(outer: readonly Part[]): PictureMetadata {
  const { parts, pictures } = innerParts(outer);
  const byKey = new Map<string, MetadataText[]>();
  let isAllRead = true;
  for (const part of parts) {
    const texts = textsOf(part);
    isAllRead &&= texts !== undefined && isWholeRead(part);
    for (const text of texts ?? []) if (text.text) byKey.set(text.key, [...(byKey.get(text.key) ?? []), text]);
  }
  const metadata = [...byKey].map(([key, texts]) => ({
    ...texts[0]!,
    text: [...new Set(texts.map(({ text }) => text))].join("\n"),
    ...(PERSON_FIELDS.has(key) && { label: PERSON_LABEL }),
  }));
  return { metadata, gaps: isAllRead ? [] : [{ code: "attachment-not-read" }], pictures };
}

/** False where more may stand than texts: what a film shows and says, what a long appendix is. */
function isWholeRead({ name, data }: Part): boolean {
  return name !== "film" && (name !== "trailing data" || data.length <= MAX_NOTES_BYTES);
}

/** Undefined when the part could not be read. */
function textsOf(part: Part): MetadataText[] | undefined {
  const { name, data } = part;
  switch (name) {
    case "EXIF":
      return exifTexts(data);
    case "XMP": {
      const packet = part.chunk === undefined ? data : pngTextBytes(part);
      return packet && xmpTexts(packet);
    }
    case "ICC":
      return iccTexts(part);
    case "IPTC":
      return iptcTexts(data);
    case "comment":
      return [{ key: "JPEG.Comment", text: looseText(data) }];
    case "film":
      return filmTexts(data);
    case "application data":
    case "trailing data":
      return [{ key: name, text: readableText(data.subarray(0, MAX_LOOKED_AT)) }];
    case "PNG text": {
      const text = pngText(part);
      return text && [text];
    }
    default:
      // Pictures are compared with this one, and the format tells of frames.
      return [];
  }
}
