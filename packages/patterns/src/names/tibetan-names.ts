import type { NameSpan } from "./name-score.js";

/** Words of which Tibetan names are made: two of them, no surname. */
const WORDS =
  "扎西|卓玛|平措|旦增|丹增|格桑|央金|拉姆|次仁|才让|德吉|曲珍|多吉|尼玛|达瓦|白玛|洛桑|顿珠|罗布|索朗|仁青|强巴|普布|边巴|米玛|巴桑|其美|旺堆|坚赞|桑珠|加措|群培|旺姆";
const PART = `(?:${WORDS})`;
const FROM = new RegExp(`${PART}{2}`, "y");
const UNTIL = new RegExp(`${PART}{2}$`);
/** Their first characters. */
export const tibetanStarts: ReadonlySet<string> = new Set(WORDS.split("|").map((word) => word[0]!));
/** Two such words in a row are nothing else. */
const SCORE = 6;
const LENGTH = 4;

/** A Tibetan name of two words that starts at an index: 扎西卓玛. */
export function tibetanFrom(text: string, start: number): NameSpan | undefined {
  FROM.lastIndex = start;
  return FROM.test(text) ? { start, end: start + LENGTH, score: SCORE } : undefined;
}

/** The same, ending before an index. */
export function tibetanUntil(text: string, end: number): NameSpan | undefined {
  return UNTIL.test(text.slice(Math.max(0, end - LENGTH), end))
    ? { start: end - LENGTH, end, score: SCORE }
    : undefined;
}
