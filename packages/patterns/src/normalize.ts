import type { Span } from "./detector.js";
import { ESCAPE, unescaped } from "./escapes.js";
import { firstWhere } from "./first-where.js";

/** A part of a text that is written in an encoding, and what it says: nothing, where it only parts what stands around it. */
export interface EncodedPart {
  readonly span: Span;
  readonly says: string;
}

/** Text made uniform for matching, and the way back to the original. */
export interface FoldedText {
  readonly text: string;
  /** The text's UTF-16 units and two zeros: looked at many times quicker than a part of a longer string. */
  readonly units: Uint16Array;
  /** Whether every unit of the folded text is below 0x80. */
  readonly isAscii: boolean;
  /** Where its parts stand in the original, in order; absent where every unit stands where it stood. */
  readonly parts?: readonly Part[];
}

/** Units that stand together in the original as they do folded, or an escape and what it means. */
interface Part {
  /** First folded unit. */
  readonly at: number;
  /** First unit in the original, and after the last. */
  readonly start: number;
  readonly end: number;
  readonly isEscape: boolean;
}

/** Characters that readers do not see: soft hyphen, zero-width and direction marks, variation selectors, byte order mark. */
const INVISIBLE = "\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufe00-\\ufe0f\\ufeff";
/** Radicals and compatibility forms: what PDFs say for the Han characters that look the same. */
const HAN_FORMS = "\\u2e9f-\\u2fd5\\uf900-\\ufaff";
/** Spaces, dashes, and full-width digits, letters and signs. */
const FOLDABLE = `\\u00a0\\u2000-\\u200a\\u202f\\u3000\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0b\\uff0d\\uff0e\\uff10-\\uff19\\uff20-\\uff3a\\uff3f\\uff41-\\uff5a${HAN_FORMS}`;
/** Radicals from {@link FIRST_RADICAL} on that NFKC leaves as they are (Unicode, EquivalentUnifiedIdeograph.txt). */
const RADICALS = `_民${"_".repeat(35)}西见角__贝_车_____長_长门__雨青韦页风飞食____马骨鬼鱼鸟卤麦黄黾_齐_齿_龙__龟`;
/** The backslash of JSON, the ampersand of HTML, the percent sign of URLs. */
const ESCAPE_STARTS = "\\u005c\\u0026\\u0025";

/** The Chinese dash, two em dashes or bars: between a label and its value it says what a colon does. */
const foldable = new RegExp(`[\\u2014\\u2015]{2,}|[${FOLDABLE}]`, "g");
/** What takes more units in the original than folded. */
const longer = new RegExp(`[${INVISIBLE}]|${ESCAPE.source}`, "g");

const SPACE = 0x20;
const WIDE_SPACE = 0x3000;
const FIRST_RADICAL = 0x2e9f;
const HYPHEN = 0x2d;
const COLON = 0x3a;
/** Every unit up to it is of ASCII, and so is a number made of the bits of some. */
export const LAST_ASCII = 0x7f;
/** How far a full-width form stands from its ASCII character. */
const FULL_WIDTH_SHIFT = 0xfee0;

/** What foldable units become. One look at a unit is quicker than searching a text for what it may hold. */
const foldedUnits = new Uint16Array(1 << 16);

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
  if (isDash) return HYPHEN;
  return unit < FIRST_RADICAL || unit === WIDE_SPACE ? SPACE : hanUnit(unit);
}

function hanUnit(unit: number): number {
  const character = RADICALS[unit - FIRST_RADICAL] ?? "_";
  const form = character === "_" ? String.fromCharCode(unit).normalize("NFKC") : character;
  return form.length > 1 ? unit : form.charCodeAt(0);
}

function foldCharacter(characters: string): string {
  if (characters.length > 1) return ":".padEnd(characters.length);
  return String.fromCharCode(foldedUnits[characters.charCodeAt(0)]!);
}

function isEmDash(unit: number): boolean {
  return unit === 0x2014 || unit === 0x2015;
}

/**
 * Full-width digits, letters and signs as ASCII (Unicode, Halfwidth and Fullwidth Forms), radicals and compatibility forms
 * as the Han characters they look like, every space as " ", every dash as "-" and a Chinese dash of two as ": ", one for
 * one; invisible characters are taken out, escapes of JSON, HTML and URLs stand as the characters
 * they mean. Unicode's own NFKC is not one for one.
 *
 * @param encoded parts that are taken for what they say, never longer than themselves; in order of place, not overlapping
 */
export function fold(original: string, encoded: readonly EncodedPart[] = []): FoldedText {
  const units = new Uint16Array(original.length + 2);
  const seen = foldUnits(original, units);
  const isLonger = seen & IS_LONGER || encoded.length > 0;
  const { text, parts } = isLonger ? withoutLonger(original, encoded) : { text: original };
  if (!parts) {
    const isAscii = (seen & IS_FOREIGN) === 0;
    return { text: seen & IS_FOLDED ? text.replace(foldable, foldCharacter) : text, units, isAscii };
  }
  const shorter = units.subarray(0, text.length + 2).fill(0);
  const isAscii = (foldUnits(text, shorter) & IS_FOREIGN) === 0;
  return { text: text.replace(foldable, foldCharacter), units: shorter, isAscii, parts };
}

/** Bits of what {@link foldUnits} saw: a unit that becomes another, one that may begin what is longer in the original. */
const IS_FOLDED = 1;
const IS_LONGER = 2;
const IS_FOREIGN = 4;

/** The first two of them by unit: most are neither. */
const kinds = new Uint8Array(1 << 16);
for (const unit of unitsIn(FOLDABLE)) {
  foldedUnits[unit] = foldedUnit(unit);
  kinds[unit] = IS_FOLDED;
}
for (const unit of unitsIn(INVISIBLE + ESCAPE_STARTS)) kinds[unit] = IS_LONGER;

function foldUnits(text: string, into: Uint16Array): number {
  let seen = 0;
  let all = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    into[at] = unit;
    all |= unit;
    const kind = kinds[unit]!;
    if (kind === 0) continue;
    seen |= kind;
    if (kind === IS_LONGER) continue;
    into[at] = foldedUnits[unit]!;
    if (isEmDash(unit) && isEmDash(text.charCodeAt(at - 1))) {
      if (into[at - 1] === HYPHEN) into[at - 1] = COLON;
      into[at] = SPACE;
    }
  }
  return all > LAST_ASCII ? seen | IS_FOREIGN : seen;
}

function withoutLonger(text: string, encoded: readonly EncodedPart[]): Pick<FoldedText, "text" | "parts"> {
  const pieces: string[] = [];
  const parts: Part[] = [];
  let [at, copied] = [0, 0];
  const add = (piece: string, start: number, end: number, isEscape: boolean) => {
    if (piece === "") return;
    pieces.push(piece);
    parts.push({ at, start, end, isEscape });
    at += piece.length;
  };
  const take = (start: number, end: number, meant: string) => {
    add(text.slice(copied, start), copied, start, false);
    add(meant, start, end, true);
    copied = end;
  };
  let next = 0;
  const takeEncoded = (limit: number) => {
    for (; next < encoded.length && encoded[next]!.span.start < limit; next++) {
      const { span, says } = encoded[next]!;
      take(span.start, span.end, says);
    }
  };
  for (const { 0: found, index } of text.matchAll(longer)) {
    takeEncoded(index + found.length);
    // Escapes are longer than a unit.
    const meant = found.length === 1 ? "" : unescaped(found);
    if (meant !== undefined && index >= copied) take(index, index + found.length, meant);
  }
  takeEncoded(text.length);
  if (copied === 0) return { text };
  add(text.slice(copied), copied, text.length, false);
  return { text: pieces.join(""), parts };
}

/**
 * Where a folded range stands in the original. Invisible characters inside belong to it, those around it do not; an escape
 * belongs to it as a whole.
 */
export function originalSpan({ parts }: FoldedText, start: number, end: number): { start: number; end: number } {
  if (!parts) return { start, end };
  const [first, last] = [partOf(parts, start), partOf(parts, end - 1)];
  return {
    start: first.isEscape ? first.start : first.start + start - first.at,
    end: last.isEscape ? last.end : last.start + end - last.at,
  };
}

function partOf(parts: readonly Part[], unit: number): Part {
  return parts[firstWhere(parts.length, (index) => parts[index]!.at > unit) - 1]!;
}

/** What of all that a range's first and last escape mean is the range itself; undefined where that is all. */
export function withinEscapes({ parts }: FoldedText, start: number, end: number): Span | undefined {
  if (!parts) return undefined;
  const [first, last] = [partOf(parts, start), partOf(parts, end - 1)];
  const before = first.isEscape ? start - first.at : 0;
  const after = last.isEscape ? (parts[parts.indexOf(last) + 1]?.at ?? end) - end : 0;
  return before + after > 0 ? { start: before, end: before + end - start } : undefined;
}

/** First folded index at or after an original one. */
export function foldedIndex({ text, parts }: FoldedText, index: number): number {
  if (!parts) return index;
  const first = firstWhere(parts.length, (one) => parts[one]!.end > index);
  const part = parts[first];
  if (!part) return text.length;
  if (index <= part.start) return part.at;
  return part.isEscape ? (parts[first + 1]?.at ?? text.length) : part.at + index - part.start;
}
