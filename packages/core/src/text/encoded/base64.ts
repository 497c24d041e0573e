import type { EncodedPart, Span } from "@tuhei/patterns";
import { isFile } from "./file-signatures.js";
import { beginsLikeText, type ReadBytes, readBytes } from "./read-bytes.js";

/** Characters of a run that is looked at: eighteen bytes, less than a name and a telephone number. */
export const MIN_CHARACTERS = 24;
/** Characters that stand for three bytes together (RFC 4648, 4). */
const GROUP = 4;
const GROUP_BYTES = 3;
/** The shortest line that may go on in the next one: those of mails have 64 to 76 (RFC 2045, 6.8; RFC 7468, 2). */
const MIN_LINE = 60;
/** Between two lines, also of a JSON string (RFC 8259, 7) or an indented block. */
const LINE_BREAK = /(?:\\r)?\\n|\r?\n[ \t]*/y;
/** Nothing else stands on the line: padding may. */
const WHOLE_LINE = /[\w+/-]+={0,2}(?=["\\\r\n]|$)/y;
/** A hash or an identifier in hexadecimal digits: no text is written with so few characters. */
const HASH = /^(?:[\da-f-]{24}|[\dA-F-]{24})/;
/** Characters that tell of a run what it is. */
export const HEAD_CHARACTERS = 32;

/** By unit or byte: 1 for those of both alphabets (RFC 4648, 4 and 5). */
export const isOfAlphabet = new Uint8Array(1 << 16);
for (const unit of new TextEncoder().encode("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"))
  isOfAlphabet[unit] = 1;

/** Text in Base64 (RFC 4648), and files in it. What is neither, a key or a hash, is left alone. */
export function base64In(text: string): { readonly parts: readonly EncodedPart[]; readonly files: readonly Span[] } {
  const parts: EncodedPart[] = [];
  const files: Span[] = [];
  for (let at = 0; at + MIN_CHARACTERS <= text.length; ) {
    // The last unit of a run that would be long enough is looked at first: most of a text is passed over.
    let back = at + MIN_CHARACTERS - 1;
    while (back >= at && isOfAlphabet[text.charCodeAt(back)] === 1) back--;
    if (back >= at) {
      at = back + 1;
      continue;
    }
    const start = startOfRun(text, at);
    const head = text.slice(start, start + 2 * HEAD_CHARACTERS).replaceAll("\\", "");
    if (!mayHoldText(head.slice(0, HEAD_CHARACTERS), isCutAt(text, start))) {
      at += MIN_CHARACTERS;
      while (isOfAlphabet[text.charCodeAt(at)] === 1) at++;
      continue;
    }
    const places = placesOfRun(text, start);
    at = Math.max(at, places.at(-1)!) + 1;
    if (isFile(bytesAt(text, places.slice(0, HEAD_CHARACTERS)))) files.push({ start, end: places.at(-1)! + 1 });
    else for (const part of textParts(text, places)) parts.push(part);
  }
  return { parts, files };
}

/** Also before escaped slashes. */
function startOfRun(text: string, from: number): number {
  let start = from;
  while (isOfAlphabet[text.charCodeAt(start - 1)] === 1 || isEscape(text, start - 1)) start--;
  return start;
}

/** Where the characters of a run stand that begins at `start`, also in the lines after it. */
function placesOfRun(text: string, start: number): number[] {
  const places: number[] = [];
  for (let at = start; ; ) {
    const lineStart = at;
    for (; isOfAlphabet[text.charCodeAt(at)] === 1 || isEscape(text, at); at++) if (text[at] !== "\\") places.push(at);
    // A window may begin within a line.
    if (at - lineStart < MIN_LINE && lineStart > 0) return places;
    LINE_BREAK.lastIndex = at;
    const between = LINE_BREAK.exec(text)?.[0];
    if (between === undefined) return places;
    at += between.length;
    WHOLE_LINE.lastIndex = at;
    if (!WHOLE_LINE.test(text)) return places;
  }
}

/** The backslash before a slash, as some write it in JSON strings. */
function isEscape(text: string, at: number): boolean {
  return text[at] === "\\" && text[at + 1] === "/";
}

function bytesAt(text: string, places: readonly number[]): Uint8Array {
  return Buffer.from(places.map((place) => text[place]).join(""), "base64");
}

/** What a run says, in parts as small as whole characters allow. */
function textParts(text: string, places: readonly number[]): EncodedPart[] {
  for (const shift of shiftsOf(isCutAt(text, places[0]!))) {
    const read = readBytes(bytesAt(text, places.slice(shift)));
    if (read) return partsOf(read, places.slice(shift));
  }
  return [];
}

/** Nothing but a line end and blanks stands before a run that a window may have cut from what went before. */
const LONGEST_BREAK = 80;

function isCutAt(text: string, start: number): boolean {
  return start <= LONGEST_BREAK && text.slice(0, start).trim() === "";
}

/** A run that a cut parted may begin within a group. */
function shiftsOf(isCut: boolean): readonly number[] {
  return isCut ? [0, 1, 2, 3] : [0];
}

/**
 * Whether a run begins like what {@link base64In} takes for text or a file: true for some that do not go on like it.
 *
 * @param head its first 32 characters at most
 * @param isCut it may begin within a group
 */
export function mayHoldText(head: string, isCut: boolean): boolean {
  if (HASH.test(head)) return false;
  return shiftsOf(isCut).some((shift) => {
    const bytes = Buffer.from(head.slice(shift), "base64");
    return isFile(bytes) || beginsLikeText(bytes);
  });
}

/** Groups go together until a character ends where they do; what stands between two of them, a line end, goes with the second. */
function partsOf({ characters, skipped }: ReadBytes, places: readonly number[]): EncodedPart[] {
  const parts: EncodedPart[] = [];
  let [bytes, says, start] = [skipped, "", places[Math.floor(skipped / GROUP_BYTES) * GROUP]!];
  const close = (groups: number) => {
    const end = places[Math.min(groups * GROUP, places.length) - 1]! + 1;
    parts.push({ span: { start, end }, says });
    [start, says] = [end, ""];
  };
  for (const { character, size } of characters) {
    bytes += size;
    says += character;
    if (bytes % GROUP_BYTES === 0) close(bytes / GROUP_BYTES);
  }
  if (says !== "") close(Math.ceil(bytes / GROUP_BYTES));
  return parts;
}
