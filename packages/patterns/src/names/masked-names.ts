import { lazily } from "../lazily.js";
import { endAt } from "../match-at.js";
import { alternativesOf } from "../tables/word-lists.js";
import type { NameSpan } from "./name-score.js";
import { likelySurnames } from "./name-score.js";
import { wordsBeforeNames } from "./words-beside-names.js";

const surname = () => `(?:[${likelySurnames()}]|${alternativesOf("compoundSurnames")})`;
const masked = () => `${surname()}(?:某某?(?!某)|[*×]{1,3}[\\u4e00-\\u9fff]?(?![\\u4e00-\\u9fff*×]))`;
const from = lazily(() => new RegExp(masked(), "y"));
const until = lazily(() => new RegExp(`${masked()}$`));
/** Nobody masks what is no name so. */
const SCORE = 6;
/** Compound surname, three stars and a character. */
const MAX_MASKED = 6;

/** A name of which only the surname is told, from an index on: 张某某, 李*, 王*明. */
export function maskedFrom(text: string, start: number): NameSpan | undefined {
  const end = endAt(from(), text, start);
  return end === undefined ? undefined : { start, end, score: SCORE };
}

/** The same, ending before an index. */
export function maskedUntil(text: string, end: number): NameSpan | undefined {
  const found = until().exec(text.slice(Math.max(0, end - MAX_MASKED), end));
  if (!found || wordsBeforeNames.isAt(text, end - found[0].length - 1)) return undefined;
  return { start: end - found[0].length, end, score: SCORE };
}
