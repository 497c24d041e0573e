import { exifThumbnails, makerNotes } from "./exif.js";
import { jpegParts } from "./jpeg-parts.js";
import { endOfJpeg } from "./jpeg-segments.js";
import type { Part } from "./part.js";
import { photoshopParts } from "./photoshop.js";
import { pngTextBytes } from "./png-text.js";
import { rawProfile } from "./raw-profile.js";
import { xmpPictures } from "./xmp.js";

/** A JPEG file's first three bytes. */
const JPEG_HEAD = Buffer.from([0xff, 0xd8, 0xff]);
/** A text holds a profile, that resources, these a preview, and that metadata of its own; nothing holds more. */
const MAX_DEPTH = 5;
/** More pictures than any camera or editor puts into one file. */
const MAX_PICTURES = 50;

/** Parts with what they hold, and the smaller, larger or other pictures among it. */
export interface InnerParts {
  readonly parts: readonly Part[];
  /** Whole files, JPEG or PNG, as far as they can be told: an empty one stands for a picture that is neither. */
  readonly pictures: readonly Uint8Array[];
}

/** What parts hold inside: resources of Photoshop, profiles in PNG text, pictures with parts of their own. */
export function innerParts(outer: readonly Part[]): InnerParts {
  const parts: Part[] = [];
  const pictures: Uint8Array[] = [];
  const waiting = outer.map((part) => ({ part, depth: 1 }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { part, depth } = next;
    const within = partsIn(part);
    parts.push(...(within ? [] : [part]));
    const inner = within ?? [];
    for (const picture of within ? [] : picturesIn(part)) {
      if (pictures.length === MAX_PICTURES) pictures.push(new Uint8Array());
      if (pictures.length > MAX_PICTURES) break;
      pictures.push(picture);
      if (JPEG_HEAD.equals(picture.subarray(0, JPEG_HEAD.length))) inner.push(...jpegParts(picture));
    }
    if (depth < MAX_DEPTH) waiting.push(...inner.map((part) => ({ part, depth: depth + 1 })));
  }
  return { parts, pictures };
}

/** The parts that a part consists of; undefined where it is one by itself. */
function partsIn(part: Part): Part[] | undefined {
  if (part.name === "IPTC") {
    const [first, ...others] = photoshopParts(part.data);
    // A block of IPTC alone.
    return first?.name === "IPTC" && first.data.length === part.data.length ? undefined : [first!, ...others];
  }
  const profile = part.name === "PNG text" ? rawProfile(part) : undefined;
  return profile && [profile];
}

function picturesIn(part: Part): Uint8Array[] {
  switch (part.name) {
    case "further picture":
      return [part.data];
    case "thumbnail":
      return [jpegsIn(part.data)[0] ?? new Uint8Array()];
    case "EXIF":
      return [...(part.isFile ? [] : exifThumbnails(part.data)), ...makerNotes(part.data).flatMap(jpegsIn)];
    case "XMP":
      return xmpPictures((part.chunk === undefined ? part.data : pngTextBytes(part)) ?? new Uint8Array());
    case "application data":
      return jpegsIn(part.data);
    default:
      return [];
  }
}

function jpegsIn(data: Uint8Array): Uint8Array[] {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.length);
  const jpegs: Uint8Array[] = [];
  for (let at = bytes.indexOf(JPEG_HEAD); at >= 0 && jpegs.length <= MAX_PICTURES; ) {
    const jpeg = bytes.subarray(at, at + endOfJpeg(bytes.subarray(at)));
    jpegs.push(jpeg);
    at = bytes.indexOf(JPEG_HEAD, at + jpeg.length);
  }
  return jpegs;
}
