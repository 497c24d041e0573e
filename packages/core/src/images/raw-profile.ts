import { asciiAt } from "./ascii.js";
import type { Part, PartName } from "./part.js";
import { pngTextBytes } from "./png-text.js";

/** Keyword before the profile's name, as ImageMagick and exiv2 write it where PNG had no chunk for EXIF, IPTC and XMP yet. */
const KEYWORD = "Raw profile type ";
const EXIF_HEAD = "Exif\0\0";
const XMP_HEAD = "http://ns.adobe.com/xap/1.0/\0";

/**
 * The EXIF, IPTC or XMP part that a PNG text chunk holds in hexadecimal, behind a line with its name and one with its length
 * (exiftool, Image::ExifTool::PNG, "Raw profile type"). Undefined for any other text.
 */
export function rawProfile(part: Part): Part | undefined {
  if (asciiAt(part.data, 0, KEYWORD.length) !== KEYWORD) return undefined;
  const text = new TextDecoder("latin1").decode(pngTextBytes(part));
  const head = /^\s*\w+\s+\d+\s/.exec(text)?.[0];
  if (head === undefined) return undefined;
  const hex = text.slice(head.length).replace(/\s+/g, "");
  if (/[^0-9a-f]/i.test(hex)) return undefined;
  return partOf(asciiAt(part.data, KEYWORD.length, part.data.indexOf(0)), Buffer.from(hex, "hex"));
}

const NAMES: Readonly<Record<string, PartName>> = { "8bim": "IPTC", icc: "ICC", icm: "ICC", iptc: "IPTC", xmp: "XMP" };

function partOf(name: string, data: Uint8Array): Part | undefined {
  for (const [head, inside] of [[EXIF_HEAD, "EXIF"] as const, [XMP_HEAD, "XMP"] as const]) {
    if (asciiAt(data, 0, head.length) === head) return { name: inside, data: data.subarray(head.length) };
  }
  if (name === "exif") return { name: "EXIF", data };
  const known = NAMES[name];
  return known && { name: known, data };
}
