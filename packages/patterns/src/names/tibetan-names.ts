import { wordsOf } from "../tables/word-lists.js";
import { wordTable } from "../word-table.js";
import type { NameSpan } from "./name-score.js";

const words = wordTable(() => wordsOf("tibetanWords"));
/** Two such words in a row are nothing else. */
const SCORE = 6;
const WORD_LENGTH = 2;

/** A Tibetan name of two words that starts at an index: 扎西卓玛. */
export function tibetanFrom(text: string, start: number): NameSpan | undefined {
  const second = start + WORD_LENGTH;
  return words.isAt(text, start) && words.isAt(text, second)
    ? { start, end: second + WORD_LENGTH, score: SCORE }
    : undefined;
}

/** The same, ending before an index. */
export function tibetanUntil(text: string, end: number): NameSpan | undefined {
  return tibetanFrom(text, end - 2 * WORD_LENGTH);
}
