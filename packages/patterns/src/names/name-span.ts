import { endAt } from "../match-at.js";
import { isPlace } from "../places.js";
import { unitAt } from "../unit-at.js";
import { dottedFrom, dottedUntil, isDot } from "./dotted-names.js";
import { hanAfter, hanBefore, isHan } from "./han.js";
import { maskedFrom, maskedUntil } from "./masked-names.js";
import { givenWeight, mayBeginSurname, type NameSpan, nameScore, surnameLength } from "./name-score.js";
import { tibetanFrom, tibetanUntil } from "./tibetan-names.js";
import { wordsBeforeNames, wordsBehindNames } from "./words-beside-names.js";

/** The longest name without dots: compound surname and two characters. */
const MAX_NAME = 4;
const MIN_NAME = 2;
/** What stands beside a name, when it is no Chinese character; a word that sentences go on with; a character that no name has; one that a name may have. */
const BESIDE = { nothing: 2, verb: 2, never: 1, unlisted: 0, listed: -1 } as const;
/** Most names have two characters behind the surname. */
const TWO_GIVEN = 0.5;
/** The last character and the next make a word, or the first and the one before: 任勇|宣布, 感谢|老师. */
const CUTS_WORD = -3;

/** The likeliest name that starts at an index. */
export function nameFrom(text: string, start: number): NameSpan | undefined {
  const special = dottedFrom(text, start) ?? tibetanFrom(text, start);
  if (special || !mayBeginSurname(unitAt(text, start))) return special;
  const masked = maskedFrom(text, start);
  if (masked) return masked;
  let best: NameSpan | undefined;
  for (let length = Math.min(MAX_NAME, hanAfter(text, start, MAX_NAME)); length >= MIN_NAME; length--) {
    const end = start + length;
    const candidate = text.slice(start, end);
    const score = nameScore(candidate) + weightBehind(text, end) + weightOfLength(candidate);
    if (score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = { start, end, score };
  }
  // 那|艾力·努尔: a surname that no given name has is a word before a name with a dot.
  if (best && isDot(unitAt(text, best.end)) && givenWeight(unitAt(text, start)) < -1)
    return dottedFrom(text, start + 1);
  return best && isPlace(text.slice(start, best.end)) ? undefined : best;
}

/** The likeliest name that ends before an index. */
export function nameUntil(text: string, end: number): NameSpan | undefined {
  const special = dottedUntil(text, end) ?? maskedUntil(text, end) ?? tibetanUntil(text, end);
  if (special) return special;
  let best: NameSpan | undefined;
  for (let length = Math.min(MAX_NAME, hanBefore(text, end, MAX_NAME)); length >= MIN_NAME; length--) {
    const start = end - length;
    const candidate = text.slice(start, end);
    const score = nameScore(candidate) + weightBefore(text, start) + weightOfLength(candidate);
    if (score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = { start, end, score };
  }
  return best && isPlace(text.slice(best.start, end)) ? undefined : best;
}

function weightOfLength(candidate: string): number {
  return candidate.length - surnameLength(candidate) === 2 ? TWO_GIVEN : 0;
}

/** 华瑞公司: named after nobody. */
const COMPANY = "公司";

function weightBehind(text: string, end: number): number {
  if (text.startsWith(COMPANY, end)) return CUTS_WORD;
  const goesOn = isWordBehind(text, end);
  // 苏文明|确认: where words may begin at both, the longer name leaves nothing of itself.
  if (!goesOn && isWordBehind(text, end - 1)) return CUTS_WORD;
  return goesOn ? BESIDE.verb : besideWeight(text, end);
}

/** 任兰生|于8月1日入院: nobody is born without a year. */
const NOT_BORN = /生于[0-9]{1,2}[天日月小]/y;

function isWordBehind(text: string, at: number): boolean {
  return wordsBehindNames.isAt(text, at) && endAt(NOT_BORN, text, at) === undefined;
}

function weightBefore(text: string, start: number): number {
  return wordsBeforeNames.isAt(text, start - 1) ? CUTS_WORD : besideWeight(text, start - 1);
}

function besideWeight(text: string, at: number): number {
  const unit = unitAt(text, at);
  if (!isHan(unit)) return BESIDE.nothing;
  const weight = givenWeight(unit);
  return weight < -1 ? BESIDE.never : weight <= 0 ? BESIDE.unlisted : BESIDE.listed;
}
