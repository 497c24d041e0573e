import type { MetadataText } from "../model/document.js";
import { asciiAt } from "./ascii.js";
import { positionText } from "./position.js";
import { readableText } from "./readable-text.js";

/** The box that tells what a film is; what it shows is in others (ISO/IEC 14496-12, 8.2.1). */
const MOVIE = "moov";
/** Bytes of it that are looked through: longer ones list the places of pictures. */
const MAX_MOVIE_BYTES = 4 * 1024 * 1024;
/** "+31.2304+121.4737/" (ISO 6709, annex H), as phones write into `©xyz` or under Apple's "com.apple.quicktime.location.ISO6709". */
const POSITION = /([+-]\d{1,2}(?:\.\d+)?)([+-]\d{1,3}(?:\.\d+)?)(?:[+-]\d+(?:\.\d+)?)?(?:CRS[^/]*)?\//;
const BOX_HEADER_BYTES = 8;

/** What the film of a motion photo says in words, and where it was taken. Its pictures and its sound are not read. */
export function filmTexts(film: Uint8Array): MetadataText[] {
  const text = readableText(movieOf(film).subarray(0, MAX_MOVIE_BYTES));
  const [, latitude, longitude] = POSITION.exec(text) ?? [];
  const position = latitude && longitude ? positionText("film.GPS", [Number(latitude), Number(longitude)]) : [];
  return [...position, { key: "film", text }];
}

function movieOf(film: Uint8Array): Uint8Array {
  const view = new DataView(film.buffer, film.byteOffset, film.length);
  for (let at = 0; at + BOX_HEADER_BYTES <= film.length; ) {
    const length = view.getUint32(at);
    if (asciiAt(film, at + 4, at + BOX_HEADER_BYTES) === MOVIE) return film.subarray(at, at + length);
    if (length < BOX_HEADER_BYTES) break;
    at += length;
  }
  return film.subarray(0, 0);
}
