import { lazily } from "../lazily.js";
import { charactersOf } from "../tables/characters.js";
import type { NameSpan } from "./name-score.js";
import { wordsBehindNames } from "./words-beside-names.js";

/** 不 and 来 are in the names of Uighurs only together. */
const part = () => `(?:[${charactersOf("transliteration")}卜吾拜逊居增曲汗肉则]|不[来力都]){1,8}`;
const DOTS = "[·•・．‧]";
const from = lazily(() => new RegExp(`${part()}(?:${DOTS}${part()}){1,3}`, "y"));
const until = lazily(() => new RegExp(`${part()}(?:${DOTS}${part()}){1,3}$`));
/** As sure as a likely name with nothing beside it. */
const SCORE = 6;
/** Four parts and three dots. */
const MAX_DOTTED = 35;

/** A name in Chinese characters with dots that starts at an index: 阿卜杜拉·买买提. */
export function dottedFrom(text: string, start: number): NameSpan | undefined {
  const pattern = from();
  pattern.lastIndex = start;
  if (!pattern.test(text)) return undefined;
  const end = pattern.lastIndex;
  const isCut = wordsBehindNames.at(text, end - 1);
  return { start, end: isCut ? end - 1 : end, score: SCORE };
}

/** The same, ending before an index. */
export function dottedUntil(text: string, end: number): NameSpan | undefined {
  if (!hasDot(text, end)) return undefined;
  const found = until().exec(text.slice(Math.max(0, end - MAX_DOTTED), end));
  return found ? { start: end - found[0].length, end, score: SCORE } : undefined;
}

function hasDot(text: string, end: number): boolean {
  for (let at = end - 1; at >= 0 && end - at <= 9; at--) if ("·•・．‧".includes(text[at]!)) return true;
  return false;
}
