import { wordsOf } from "../tables/word-lists.js";
import { wordPairs } from "../word-pairs.js";

/** Two characters that names could end with and that are words: 王|进行, 高|工程. */
export const givenWords = wordPairs(() => wordsOf("givenWords"));
/** Words that a sentence goes on with; a name ends before one, not within it: 任勇|宣布. */
export const wordsBehindNames = wordPairs(() => wordsOf("wordsBehindNames"));
/** Words that end in a surname; a name does not begin within one: 感谢|老师. */
export const wordsBeforeNames = wordPairs(() => wordsOf("wordsBeforeNames"));
