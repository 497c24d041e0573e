import { ESCAPE, unescaped } from "./escapes.js";

/** Text made uniform for matching, and the way back to the original. */
export interface FoldedText {
  readonly text: string;
  /** Where every folded unit stands in the original; absent where both are the same. */
  readonly origin?: Origin;
}

interface Origin {
  /** First original unit of every folded one, and the original length at the end. */
  readonly starts: Int32Array;
  /** After the last original unit of every folded one. */
  readonly ends: Int32Array;
}

/** Characters that readers do not see: soft hyphen, zero-width and direction marks, byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
/** What takes more units in the original than folded. */
const LONGER = new RegExp(`${INVISIBLE.source}|${ESCAPE.source}`, "g");
/** Everything {@link foldCharacter} changes. */
const FOLDABLE =
  /[\u00a0\u2000-\u200a\u202f\u3000\u2010-\u2015\u2212\ufe58\ufe63\uff0b\uff0d\uff0e\uff10-\uff19\uff20-\uff3a\uff3f\uff41-\uff5a]/g;

/** Bits of {@link kinds}. */
const IS_FOLDABLE = 1;
const MAY_BE_LONGER = 2;

/** What a UTF-16 unit asks for: most texts ask for little, and looking once is quicker than searching for each. */
const kinds = new Uint8Array(1 << 16);
for (let unit = 0; unit < kinds.length; unit++) {
  const character = String.fromCharCode(unit);
  if (character.search(FOLDABLE) === 0) kinds[unit] = IS_FOLDABLE;
  else if (INVISIBLE.test(character) || /[\\&%]/.test(character)) kinds[unit] = MAY_BE_LONGER;
}

/**
 * Full-width digits, letters and signs as ASCII (Unicode, Halfwidth and Fullwidth Forms), every space as " " and every
 * dash as "-", one for one; invisible characters are taken out, escapes of JSON, HTML and URLs stand as the characters
 * they mean. Unicode's own NFKC is not one for one.
 */
export function fold(text: string): FoldedText {
  let seen = 0;
  for (let at = 0; at < text.length; at++) seen |= kinds[text.charCodeAt(at)]!;
  const { text: shortened, origin } = seen & MAY_BE_LONGER ? withoutLonger(text) : { text };
  const folded = seen & IS_FOLDABLE || origin ? shortened.replace(FOLDABLE, foldCharacter) : shortened;
  return { text: folded, ...(origin && { origin }) };
}

function withoutLonger(text: string): FoldedText {
  const longer = Array.from(text.matchAll(LONGER), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    meant: INVISIBLE.test(found[0]!) ? "" : unescaped(found),
  })).filter(({ meant }) => meant !== undefined);
  if (longer.length === 0) return { text };
  const parts: string[] = [];
  const [starts, ends] = [new Int32Array(text.length + 1), new Int32Array(text.length)];
  let [length, copied] = [0, 0];
  const copy = (to: number) => {
    parts.push(text.slice(copied, to));
    for (; copied < to; copied++) {
      starts[length] = copied;
      ends[length++] = copied + 1;
    }
  };
  for (const { start, end, meant = "" } of longer) {
    copy(start);
    parts.push(meant);
    for (let unit = 0; unit < meant.length; unit++) {
      starts[length] = start;
      ends[length++] = end;
    }
    copied = end;
  }
  copy(text.length);
  starts[length] = text.length;
  return { text: parts.join(""), origin: { starts: starts.subarray(0, length + 1), ends: ends.subarray(0, length) } };
}

/** How far a full-width form stands from its ASCII character. */
const FULL_WIDTH_SHIFT = 0xfee0;

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff00) return String.fromCharCode(code - FULL_WIDTH_SHIFT);
  const isDash = (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe58 || code === 0xfe63;
  return isDash ? "-" : " ";
}

/**
 * Where a folded range stands in the original. Invisible characters inside belong to it, those around it do not; an escape
 * belongs to it as a whole.
 */
export function originalSpan({ origin }: FoldedText, start: number, end: number): { start: number; end: number } {
  return origin ? { start: origin.starts[start]!, end: origin.ends[end - 1]! } : { start, end };
}

/** First folded index at or after an original one. */
export function foldedIndex({ text, origin }: FoldedText, index: number): number {
  if (!origin) return index;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (origin.starts[middle]! < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
