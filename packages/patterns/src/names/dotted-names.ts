import { lazily } from "../lazily.js";
import { endAt } from "../match-at.js";
import { charactersOf } from "../tables/characters.js";
import type { NameSpan } from "./name-score.js";

/** 不 and 来 are in the names of Uighurs only together. */
const part = () => `(?:[${charactersOf("transliteration")}卜吾拜逊居增曲汗肉则]|不[来力都]){1,8}`;
const DOTS = "[·•・．‧]";
const from = lazily(() => new RegExp(`${part()}(?:${DOTS}${part()}){1,3}`, "y"));
const until = lazily(() => new RegExp(`${part()}(?:${DOTS}${part()}){1,3}$`));
/** As sure as a likely name with nothing beside it. */
const SCORE = 6;
/** Four parts and three dots. */
const MAX_DOTTED = 35;
const MAX_PART = 8;

/** A name in Chinese characters with dots that starts at an index: 阿卜杜拉·买买提. */
export function dottedFrom(text: string, start: number): NameSpan | undefined {
  const end = endAt(from(), text, start);
  return end === undefined ? undefined : { start, end, score: SCORE };
}

/** The same, ending before an index or reaching over it: in 托合提到庭 the word 提到 is none. */
export function dottedUntil(text: string, end: number): NameSpan | undefined {
  if (!hasDot(text, end)) return undefined;
  const found = until().exec(text.slice(Math.max(0, end - MAX_DOTTED), end));
  return found ? dottedFrom(text, end - found[0].length) : undefined;
}

/** Of what the names of Uighurs and Kazakhs are made; elsewhere in the world hardly any is. */
const UIGHUR =
  /买|古丽|阿卜|阿不|吐尔|托合|依明|热依|热合|库尔班|肉孜|玉素甫|拉木|居马|木拉提|迪丽|依布拉|巴哈|努尔|艾力·/;
const partBefore = lazily(() => new RegExp(`${part()}$`));

/** A name around its dot that nothing else gives away: 艾力·居马. */
export function uighurAround(text: string, dot: number): NameSpan | undefined {
  const first = partBefore().exec(text.slice(Math.max(0, dot - MAX_PART), dot));
  const name = first ? dottedFrom(text, dot - first[0].length) : undefined;
  return name && UIGHUR.test(text.slice(name.start, name.end)) ? name : undefined;
}

function hasDot(text: string, end: number): boolean {
  for (let at = end - 1; at >= 0 && end - at <= 9; at--) if (isDot(text.charCodeAt(at))) return true;
  return false;
}

/** Whether a UTF-16 unit parts the names of minorities: ·•・．‧ */
export function isDot(unit: number): boolean {
  return unit === 0xb7 || unit === 0x2022 || unit === 0x30fb || unit === 0xff0e || unit === 0x2027;
}
