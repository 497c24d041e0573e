import type { EncodedPart } from "@tuhei/patterns";
import { readBytes } from "./read-bytes.js";

/** Bytes in a row as C and its kin write them in strings: in hexadecimal digits, or in octal ones what is not of ASCII. */
const BYTES = /(?:\\x[\dA-Fa-f]{2})+|(?:\\[23][0-7]{2}){2,}/g;

/** Escaped bytes: logs of web servers (`\x22name\x22`, nginx), quoted paths (git), literals of programs. */
export function byteEscapes(text: string): EncodedPart[] {
  if (!text.includes("\\")) return [];
  return [...text.matchAll(BYTES)].flatMap(({ 0: written, index }) => {
    const read = readBytes(bytesOf(written));
    if (!read || read.skipped > 0) return [];
    const says = read.characters.map(({ character }) => character).join("");
    return [{ span: { start: index, end: index + written.length }, says }];
  });
}

function bytesOf(written: string): Uint8Array {
  const base = written[1] === "x" ? 16 : 8;
  return Uint8Array.from(written.split(/\\x?/).slice(1), (digits) => Number.parseInt(digits, base));
}
