import type { EncodedPart } from "@tuhei/patterns";
import { readBytes } from "./read-bytes.js";

/** A word, and the blanks before the next one, which mean nothing (RFC 2047, 6.2). */
const WORD = /=\?([\w-]{1,40})\?([BbQq])\?([^?\s]{1,500})\?=(?:\s+(?==\?))?/g;

/** Words of mail headers in an encoding of their own (RFC 2047): names, subjects, file names. */
export function encodedWords(text: string): EncodedPart[] {
  if (!text.includes("=?")) return [];
  return [...text.matchAll(WORD)].flatMap(({ 0: written, 1: charset, 2: encoding, 3: content, index }) => {
    const says = decoded(bytesOf(content!, encoding!), charset!);
    return says === undefined ? [] : [{ span: { start: index, end: index + written.length }, says }];
  });
}

function bytesOf(content: string, encoding: string): Uint8Array {
  if (encoding.toUpperCase() === "B") return Buffer.from(content, "base64");
  const latin1 = content
    .replaceAll("_", " ")
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin1, "latin1");
}

function decoded(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return readBytes(bytes)
      ?.characters.map(({ character }) => character)
      .join("");
  }
}
