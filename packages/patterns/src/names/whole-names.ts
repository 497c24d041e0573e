import { isPlace } from "../places.js";
import { isOrdinaryWord } from "../tables/ordinary-words.js";
import { unitAt } from "../unit-at.js";
import { dottedFrom, dottedUntil, isDot } from "./dotted-names.js";
import { hanAfter, hanBefore } from "./han.js";
import type { NameSpan } from "./name-score.js";
import { givenWeight, nameScore, surnameLength } from "./name-score.js";

/** The longest word that is a name as a whole. */
const MAX_NAME = 4;
/** Of a character that is in no list of given names, but in no list of what names never have either. */
const LEAST_WEIGHT = -1;

/** The whole word of Chinese characters that starts at an index, if it could be a name. */
export function wholeNameFrom(text: string, start: number): NameSpan | undefined {
  const length = hanAfter(text, start, MAX_NAME + 1);
  if (length > 0 && isDot(unitAt(text, start + length))) return dottedFrom(text, start);
  return wholeName(text, start, start + length);
}

/** The same of the word that ends before an index. */
export function wholeNameUntil(text: string, end: number): NameSpan | undefined {
  const dotted = dottedUntil(text, end);
  if (dotted) return dotted;
  return wholeName(text, end - hanBefore(text, end, MAX_NAME + 1), end);
}

/** What stands between two indices, if it has a surname and nothing that no name has. */
function wholeName(text: string, start: number, end: number): NameSpan | undefined {
  const word = text.slice(start, end);
  const surname = surnameLength(word);
  if (surname === 0 || word.length < 2 || word.length > MAX_NAME) return undefined;
  const given = word.slice(word.length === 2 ? 1 : surname);
  if (given.length > 2 || [...given].some((one) => givenWeight(one.charCodeAt(0)) < LEAST_WEIGHT)) return undefined;
  const isOrdinary = word.length === 2 && isOrdinaryWord(word.charCodeAt(0), word.charCodeAt(1));
  return isOrdinary || isPlace(word) ? undefined : { start, end, score: nameScore(word) };
}
