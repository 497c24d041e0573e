import type { EncodedPart, Span } from "@tuhei/patterns";
import { base64In } from "./base64.js";
import { byteEscapes } from "./byte-escapes.js";
import { disguisedDigits } from "./disguised-digits.js";
import { encodedWords } from "./encoded-words.js";
import { inlineTags } from "./inline-tags.js";
import { quoteMarks } from "./quote-marks.js";
import { quotedPrintable } from "./quoted-printable.js";

/** What of a text does not stand there as people read it. */
export interface EncodedContent {
  /** In order of place, not overlapping. */
  readonly parts: readonly EncodedPart[];
  /** Files in it: pictures, PDFs, archives. Nothing of them is read. */
  readonly files: readonly Span[];
}

/**
 * Text in encodings for transport, as mails (RFC 2045, RFC 2047), contacts (vCard 2.1), saved web pages, tokens and
 * logs of web servers carry it.
 * The escapes that `detect` knows by itself are none of it.
 *
 * @param ofFormat parts that the text's format knows of
 */
export function encodedContent(text: string, ofFormat: readonly EncodedPart[] = []): EncodedContent {
  const { parts, files } = base64In(text);
  const found = [
    ...disguisedDigits(text),
    ...ofFormat,
    ...encodedWords(text),
    ...parts,
    ...quotedPrintable(text),
    ...byteEscapes(text),
    ...inlineTags(text),
    ...quoteMarks(text),
  ];
  return { parts: found.length > parts.length ? apart(found) : parts, files };
}

/** In order of place; of two that overlap, the one that begins first. */
function apart(parts: readonly EncodedPart[]): EncodedPart[] {
  const kept: EncodedPart[] = [];
  for (const part of parts.toSorted((a, b) => a.span.start - b.span.start))
    if (part.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(part);
  return kept;
}
