import { wordsBeforeNames } from "../tables/given-names.js";
import { compoundSurnames } from "../tables/surnames.js";
import type { NameSpan } from "./name-score.js";
import { likelySurnames } from "./name-score.js";

const SURNAME = `(?:[${likelySurnames}]|${[...compoundSurnames].join("|")})`;
const MASKED = `${SURNAME}(?:某某?(?!某)|[*×]{1,3}[\\u4e00-\\u9fff]?(?![\\u4e00-\\u9fff*×]))`;
const FROM = new RegExp(MASKED, "y");
const UNTIL = new RegExp(`${MASKED}$`);
/** Nobody masks what is no name so. */
const SCORE = 6;
/** Compound surname, three stars and a character. */
const MAX_MASKED = 6;

/** A name of which only the surname is told, from an index on: 张某某, 李*, 王*明. */
export function maskedFrom(text: string, start: number): NameSpan | undefined {
  FROM.lastIndex = start;
  return FROM.test(text) ? { start, end: FROM.lastIndex, score: SCORE } : undefined;
}

/** The same, ending before an index. */
export function maskedUntil(text: string, end: number): NameSpan | undefined {
  const found = UNTIL.exec(text.slice(Math.max(0, end - MAX_MASKED), end));
  if (!found || wordsBeforeNames.at(text, end - found[0].length - 1)) return undefined;
  return { start: end - found[0].length, end, score: SCORE };
}
