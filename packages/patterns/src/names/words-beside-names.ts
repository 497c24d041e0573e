import { wordsOf } from "../tables/word-lists.js";
import { wordTable } from "../word-table.js";

/** Two characters that names could end with and that are words: 王|进行, 高|工程. */
export const givenWords = wordTable(() => wordsOf("givenWords"));
/** Words that a sentence goes on with; a name ends before one, not within it: 任勇|宣布. */
export const wordsBehindNames = wordTable(() => wordsOf("wordsBehindNames"));
/** Words that end in a surname; a name does not begin within one: 感谢|老师. */
export const wordsBeforeNames = wordTable(() => wordsOf("wordsBeforeNames"));
