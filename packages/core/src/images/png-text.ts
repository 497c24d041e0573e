import { inflateSync } from "node:zlib";
import type { MetadataText } from "../model/document.js";
import { looseText } from "./ascii.js";
import type { Part } from "./part.js";

/** Keywords that the standard names (11.3.3.1). */
const KEYWORDS: ReadonlySet<string> = new Set([
  "Title",
  "Author",
  "Description",
  "Copyright",
  "Creation Time",
  "Software",
  "Disclaimer",
  "Warning",
  "Source",
  "Comment",
  "Collection",
]);
/** What one compressed text may inflate to. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;

/** A PNG text chunk (PNG third edition, 11.3.3), with its keyword in the key: "PNG.Author". Undefined when it cannot be read. */
export function pngText(part: Part): MetadataText | undefined {
  const bytes = pngTextBytes(part);
  if (!bytes) return undefined;
  const keyword = looseText(part.data.subarray(0, part.data.indexOf(0)));
  const text = looseText(bytes);
  // A keyword of the author's own making may say anything: it is text then, not a key.
  return KEYWORDS.has(keyword) ? { key: `PNG.${keyword}`, text } : { key: "PNG.text", text: `${keyword}: ${text}` };
}

/** A text chunk's text, inflated. Undefined when it cannot be read. */
export function pngTextBytes({ data, chunk }: Part): Uint8Array | undefined {
  const end = data.indexOf(0);
  return end < 0 ? undefined : textBytes(chunk, data.subarray(end + 1));
}

function textBytes(chunk: string | undefined, rest: Uint8Array): Uint8Array | undefined {
  if (chunk === "zTXt") return inflated(rest.subarray(1));
  if (chunk !== "iTXt") return rest;
  const [isCompressed] = rest;
  const language = rest.indexOf(0, 2);
  const translated = rest.indexOf(0, language + 1);
  if (language < 0 || translated < 0) return undefined;
  const text = rest.subarray(translated + 1);
  return isCompressed ? inflated(text) : text;
}

function inflated(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_TEXT_BYTES });
  } catch {
    // Damaged or a bomb: the caller tells that it was not read.
    return undefined;
  }
}
