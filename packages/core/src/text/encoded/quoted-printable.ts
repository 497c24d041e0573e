import type { EncodedPart } from "@tuhei/patterns";
import { readBytes } from "./read-bytes.js";

/** Bytes of characters outside of ASCII, in a row; a soft line break may part them. */
const BYTES = /(?:=[89A-F][0-9A-F](?:=\r?\n)?){2,}/g;
/** What of ASCII is written as bytes where anything is, and line ends that are none. */
const OF_ASCII = /=(?:\r?\n|3D|20)/g;
const MEANT: Readonly<Record<string, string>> = { "=3D": "=", "=20": " " };

/** Quoted-printable (RFC 2045, 6.7): mails, web archives, contacts of vCard 2.1. Without bytes outside of ASCII it is not told. */
export function quotedPrintable(text: string): EncodedPart[] {
  if (!text.includes("=")) return [];
  const parts: EncodedPart[] = [];
  for (const { 0: written, index } of text.matchAll(BYTES)) {
    const bytes = Buffer.from(written.replace(/=\r?\n|=/g, ""), "hex");
    const read = readBytes(bytes);
    if (!read || read.skipped > 0) continue;
    const says = read.characters.map(({ character }) => character).join("");
    parts.push({ span: { start: index, end: index + written.length }, says });
  }
  if (parts.length === 0 && !/quoted-printable/i.test(text)) return [];
  const isFree = (at: number) => !parts.some(({ span }) => at >= span.start && at < span.end);
  const ofAscii = [...text.matchAll(OF_ASCII)]
    .filter(({ index }) => isFree(index))
    .map(({ 0: written, index }) => ({
      span: { start: index, end: index + written.length },
      says: MEANT[written] ?? "",
    }));
  return [...parts, ...ofAscii];
}
