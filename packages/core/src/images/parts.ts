import type { PictureFormat } from "./decode.js";
import { jpegParts } from "./jpeg-parts.js";
import type { Part } from "./part.js";
import { pngParts } from "./png-parts.js";
import { tiffParts } from "./tiff-parts.js";
import { webpParts } from "./webp-parts.js";

/** Everything in a picture file that is not pixels, in file order. What is cut off or malformed ends the walk: pixels are the codec's. */
export function partsOf(bytes: Uint8Array, format: PictureFormat): Part[] {
  return [...PARTS[format](bytes)];
}

const PARTS: Readonly<Record<PictureFormat, (bytes: Uint8Array) => Iterable<Part>>> = {
  jpeg: jpegParts,
  png: pngParts,
  tiff: tiffParts,
  webp: webpParts,
};
