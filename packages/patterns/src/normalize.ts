import { ESCAPE, unescaped } from "./escapes.js";

/** Text made uniform for matching, and the way back to the original. */
export interface FoldedText {
  readonly text: string;
  /** The text's UTF-16 units and two zeros: looked at many times quicker than a part of a longer string. */
  readonly units: Uint16Array;
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
const INVISIBLE = "\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff";
/** Spaces, dashes, and full-width digits, letters and signs. */
const FOLDABLE =
  "\\u00a0\\u2000-\\u200a\\u202f\\u3000\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0b\\uff0d\\uff0e\\uff10-\\uff19\\uff20-\\uff3a\\uff3f\\uff41-\\uff5a";
/** The backslash of JSON, the ampersand of HTML, the percent sign of URLs. */
const ESCAPE_STARTS = "\\u005c\\u0026\\u0025";

const isInvisible = new RegExp(`[${INVISIBLE}]`);
const foldable = new RegExp(`[${FOLDABLE}]`, "g");
/** What takes more units in the original than folded. */
const longer = new RegExp(`[${INVISIBLE}]|${ESCAPE.source}`, "g");

/** How far a full-width form stands from its ASCII character. */
const FULL_WIDTH_SHIFT = 0xfee0;

/** What a unit becomes, itself for most. One look at a unit is quicker than searching a text for what it may hold. */
const foldedUnits = new Uint16Array(1 << 16).map((_, unit) => unit);
for (const unit of unitsIn(FOLDABLE)) foldedUnits[unit] = foldedUnit(unit);
/** Units that begin something which takes more units in the original than folded. */
const mayBeLonger = new Uint8Array(1 << 16);
for (const unit of unitsIn(INVISIBLE + ESCAPE_STARTS)) mayBeLonger[unit] = 1;

/** The units of a character class written as `\\u0041-\\u005a`. */
function unitsIn(characterClass: string): number[] {
  return [...characterClass.matchAll(/\\u(\w{4})(?:-\\u(\w{4}))?/g)].flatMap(([, from = "", to = from]) => {
    const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

function foldedUnit(unit: number): number {
  if (unit >= 0xff00) return unit - FULL_WIDTH_SHIFT;
  const isDash = (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212 || unit === 0xfe58 || unit === 0xfe63;
  return isDash ? 0x2d : 0x20;
}

function foldCharacter(character: string): string {
  return String.fromCharCode(foldedUnits[character.charCodeAt(0)]!);
}

/**
 * Full-width digits, letters and signs as ASCII (Unicode, Halfwidth and Fullwidth Forms), every space as " " and every
 * dash as "-", one for one; invisible characters are taken out, escapes of JSON, HTML and URLs stand as the characters
 * they mean. Unicode's own NFKC is not one for one.
 */
export function fold(original: string): FoldedText {
  const units = new Uint16Array(original.length + 2);
  const seen = foldUnits(original, units);
  const { text, origin } = seen & IS_LONGER ? withoutLonger(original) : { text: original };
  if (!origin) return { text: seen & IS_FOLDED ? text.replace(foldable, foldCharacter) : text, units };
  const shorter = units.subarray(0, text.length + 2).fill(0);
  foldUnits(text, shorter);
  return { text: text.replace(foldable, foldCharacter), units: shorter, origin };
}

/** Bits of what {@link foldUnits} saw. */
const IS_FOLDED = 1;
const IS_LONGER = 2;

function foldUnits(text: string, into: Uint16Array): number {
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const folded = foldedUnits[unit]!;
    into[at] = folded;
    if (folded !== unit) seen |= IS_FOLDED;
    if (mayBeLonger[unit] !== 0) seen |= IS_LONGER;
  }
  return seen;
}

function withoutLonger(text: string): Pick<FoldedText, "text" | "origin"> {
  const places = Array.from(text.matchAll(longer), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    meant: isInvisible.test(found[0]!) ? "" : unescaped(found),
  })).filter(({ meant }) => meant !== undefined);
  if (places.length === 0) return { text };
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
  for (const { start, end, meant = "" } of places) {
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
