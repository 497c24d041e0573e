import { inflateSync } from "node:zlib";
import type { MetadataText } from "../model/document.js";
import { asciiAt, looseText } from "./ascii.js";
import type { Part } from "./part.js";

/** Of a profile's header; the table of tags follows (ICC.1:2022, 7.2). */
const HEADER_BYTES = 128;
const TAG_BYTES = 12;
/** More tags than any profile has. */
const MAX_TAGS = 200;
/** What a profile in a PNG may inflate to. */
const MAX_PROFILE_BYTES = 16 * 1024 * 1024;

/** What a profile says in words: its description, copyright, device. Undefined when it cannot be read. */
export function iccTexts(part: Part): MetadataText[] | undefined {
  if (part.chunk !== "iCCP") return profileTexts(part.data);
  // Its name, a byte for how it is compressed, the profile (PNG third edition, 11.3.2.3).
  const end = part.data.indexOf(0);
  try {
    const profile = inflateSync(part.data.subarray(end + 2), { maxOutputLength: MAX_PROFILE_BYTES });
    return [{ key: "ICC.name", text: looseText(part.data.subarray(0, end)) }, ...profileTexts(profile)];
  } catch {
    // Damaged or a bomb: the caller tells that it was not read.
    return undefined;
  }
}

function profileTexts(profile: Uint8Array): MetadataText[] {
  const bytes = Buffer.from(profile.buffer, profile.byteOffset, profile.length);
  if (bytes.length < HEADER_BYTES + 4) return [];
  const count = Math.min(bytes.readUInt32BE(HEADER_BYTES), MAX_TAGS);
  const texts: MetadataText[] = [];
  for (let at = HEADER_BYTES + 4; at + TAG_BYTES <= bytes.length && texts.length < count; at += TAG_BYTES) {
    if (at >= HEADER_BYTES + 4 + count * TAG_BYTES) break;
    const start = bytes.readUInt32BE(at + 4);
    const text = textOfTag(bytes.subarray(start, start + bytes.readUInt32BE(at + 8)));
    if (text) texts.push({ key: `ICC.${asciiAt(bytes, at, at + 4).trim()}`, text });
  }
  return texts;
}

/** Type and reserved bytes before every value. */
const TYPE_BYTES = 8;

function textOfTag(tag: Buffer): string {
  const type = asciiAt(tag, 0, 4);
  if (type === "text") return looseText(tag.subarray(TYPE_BYTES));
  if (type === "desc") return describedText(tag);
  return type === "mluc" ? localizedTexts(tag) : "";
}

/** An ASCII text behind its length, then one in UTF-16 behind language and length (ICC.1:2001-04, 6.5.17). */
function describedText(tag: Buffer): string {
  if (tag.length < TYPE_BYTES + 4) return "";
  const start = TYPE_BYTES + 4;
  const end = Math.min(tag.length, start + tag.readUInt32BE(TYPE_BYTES));
  const ascii = looseText(tag.subarray(start, end));
  const wide = end + 8 <= tag.length ? utf16(tag.subarray(end + 8, end + 8 + 2 * tag.readUInt32BE(end + 4))) : "";
  return [ascii, wide].filter(Boolean).join("\n");
}

/** Records with a language each, and where in the tag their text is (ICC.1:2022, 10.15). */
function localizedTexts(tag: Buffer): string {
  const first = TYPE_BYTES + 8;
  const texts: string[] = [];
  for (let at = first; at + TAG_BYTES <= tag.length && texts.length < MAX_TAGS; at += TAG_BYTES) {
    if (at >= first + tag.readUInt32BE(TYPE_BYTES) * TAG_BYTES) break;
    const start = tag.readUInt32BE(at + 8);
    texts.push(utf16(tag.subarray(start, start + tag.readUInt32BE(at + 4))));
  }
  return [...new Set(texts)].filter(Boolean).join("\n");
}

function utf16(bytes: Uint8Array): string {
  return new TextDecoder("utf-16be").decode(bytes).replaceAll("\0", " ").trim();
}
