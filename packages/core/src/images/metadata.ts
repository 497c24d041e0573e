import type { Gap, MetadataText } from "../model/document.js";
import { looseText, readableText } from "./ascii.js";
import { exifTexts } from "./exif.js";
import { iptcTexts } from "./iptc.js";
import type { Part } from "./part.js";
import { pngText, pngTextBytes } from "./png-text.js";
import { rawProfile } from "./raw-profile.js";
import { xmpTexts } from "./xmp.js";

/** Phones append notes of their own to what they take. A longer appendix may be a film or a second picture. */
const MAX_NOTES_BYTES = 4096;

/** Fields whose text is a person's name, whatever language it is in. */
const PERSON_FIELDS: ReadonlySet<string> = new Set([
  "EXIF.Artist",
  "EXIF.CameraOwnerName",
  "EXIF.XPAuthor",
  "IPTC.By-line",
  "IPTC.Writer",
  "PNG.Author",
  "XMP.CaptionWriter",
  "XMP.OwnerName",
  "XMP.creator",
]);
const PERSON_LABEL = "姓名";

/**
 * Texts in a picture's parts, with keys such as "EXIF.GPS", "XMP.creator", "PNG.Author", each key once and its texts in
 * lines; and a gap where a part was not read.
 */
export function metadataOf(parts: readonly Part[]): { readonly metadata: MetadataText[]; readonly gaps: Gap[] } {
  const byKey = new Map<string, MetadataText[]>();
  let isAllRead = true;
  for (const part of parts) {
    const texts = textsOf(part);
    if (!texts) isAllRead = false;
    for (const text of texts ?? []) if (text.text) byKey.set(text.key, [...(byKey.get(text.key) ?? []), text]);
  }
  const metadata = [...byKey].map(([key, texts]) => ({
    ...texts[0]!,
    text: [...new Set(texts.map(({ text }) => text))].join("\n"),
    ...(PERSON_FIELDS.has(key) && { label: PERSON_LABEL }),
  }));
  return { metadata, gaps: isAllRead ? [] : [{ code: "attachment-not-read" }] };
}

/** Undefined when the part could not be read. */
function textsOf(part: Part): MetadataText[] | undefined {
  if (part.name === "EXIF") return exifTexts(part.data);
  if (part.name === "XMP") {
    const packet = part.chunk === undefined ? part.data : pngTextBytes(part);
    return packet && xmpTexts(packet);
  }
  if (part.name === "IPTC") return iptcTexts(part.data);
  if (part.name === "comment") return [{ key: "JPEG.Comment", text: looseText(part.data) }];
  if (part.name === "trailing data" && part.data.length > MAX_NOTES_BYTES) return undefined;
  if (part.name === "trailing data") return [{ key: "trailing data", text: readableText(part.data) }];
  if (part.name === "application data") return [{ key: "application data", text: readableText(part.data) }];
  // How colours are meant, and frames that the format tells of.
  if (part.name !== "PNG text") return [];
  const profile = rawProfile(part);
  if (profile) return textsOf(profile);
  const text = pngText(part);
  return text && [text];
}
