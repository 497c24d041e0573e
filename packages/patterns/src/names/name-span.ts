import { placeNames } from "../places.js";
import { givenWeight, nameScore } from "./name-score.js";

/** Where a name is, and how much speaks for it, see `nameScore`; what stands beside it is counted in. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** The longest name without dots: compound surname and two characters. */
const MAX_NAME = 4;
const MIN_NAME = 2;
/** What stands beside a name, when it is no Chinese character; a character that no name has; one that a name may have. */
const BESIDE = { nothing: 2, never: 1, unlisted: 0, listed: -1 } as const;
/** Most names have three characters. */
const THREE = 0.5;
/** A name in Chinese characters with dots: 阿卜杜拉·买买提. */
const DOTTED = /[\p{Script=Han}]{1,12}(?:[·•・．‧][\p{Script=Han}]{1,12}){1,3}/uy;
/** As sure as a likely name with nothing beside it. */
const DOTTED_SCORE = 6;

/** The likeliest name that starts at an index. */
export function nameFrom(text: string, start: number): NameSpan | undefined {
  const dotted = dottedAt(text, start);
  if (dotted) return dotted;
  let best: NameSpan | undefined;
  for (let length = Math.min(MAX_NAME, hanAfter(text, start, MAX_NAME)); length >= MIN_NAME; length--) {
    const end = start + length;
    const score = nameScore(text.slice(start, end)) + besideWeight(text, end) + (length === 3 ? THREE : 0);
    if (score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = { start, end, score };
  }
  return best && isPlace(text.slice(start, best.end)) ? undefined : best;
}

/** The likeliest name that ends before an index. */
export function nameUntil(text: string, end: number): NameSpan | undefined {
  const han = hanBefore(text, end, MAX_NAME);
  let best: NameSpan | undefined;
  for (let length = Math.min(MAX_NAME, han); length >= MIN_NAME; length--) {
    const start = end - length;
    const score = nameScore(text.slice(start, end)) + besideWeight(text, start - 1) + (length === 3 ? THREE : 0);
    if (score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = { start, end, score };
  }
  return best && isPlace(text.slice(best.start, end)) ? undefined : best;
}

function dottedAt(text: string, start: number): NameSpan | undefined {
  if (!isHan(text.charCodeAt(start))) return undefined;
  DOTTED.lastIndex = start;
  const found = DOTTED.exec(text);
  return found ? { start, end: start + found[0].length, score: DOTTED_SCORE } : undefined;
}

/** Places are named after people and people after places; a whole name of a place is one: 金华. */
export function isPlace(name: string): boolean {
  return placeNames().has(name);
}

function besideWeight(text: string, at: number): number {
  if (!isHan(text.charCodeAt(at))) return BESIDE.nothing;
  const weight = givenWeight(text[at]!);
  return weight < -1 ? BESIDE.never : weight < 0 ? BESIDE.unlisted : BESIDE.listed;
}

/** Chinese characters from an index on, at most so many. */
export function hanAfter(text: string, start: number, most: number): number {
  let count = 0;
  while (count < most && isHan(text.charCodeAt(start + count))) count++;
  return count;
}

/** Chinese characters before an index, at most so many. */
export function hanBefore(text: string, end: number, most: number): number {
  let count = 0;
  while (count < most && isHan(text.charCodeAt(end - count - 1))) count++;
  return count;
}

/** CJK Unified Ideographs with Extension A, and 〇; NaN past the end of a text is none. */
export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3007;
}
