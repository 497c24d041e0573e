import type { EncodedPart } from "@tuhei/patterns";

/** Combining keycap, circled digits, mathematical digits (Unicode 16, Enclosed Alphanumerics, Dingbats, Mathematical Alphanumeric Symbols). */
const SIGN = /[\u20e3\u2460-\u2468\u24ea\u24f5-\u24fe\u2776-\u277e\u2780-\u2788\u278a-\u2792\ud835]/;
/** As many as a short number has, blanks between them allowed; fewer are the numbers of a list. */
const DIGITS =
  /(?:(?:[0-9]\ufe0f?\u20e3|[\u2460-\u2468\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792]|\ud835[\udfce-\udfff])[ -]?){7,}/g;
/** First of a row of digits from one on. */
const ROWS_FROM_ONE = [0x2460, 0x24f5, 0x2776, 0x2780, 0x278a];

/** Numbers in digits that machines do not take for such: posts write them to pass by filters. */
export function disguisedDigits(text: string): EncodedPart[] {
  if (!SIGN.test(text)) return [];
  return [...text.matchAll(DIGITS)].flatMap(({ 0: number, index }) =>
    [...number.matchAll(/[0-9]\ufe0f?\u20e3|[^ -]/gu)].map(({ 0: digit, index: at }) => ({
      span: { start: index + at, end: index + at + digit.length },
      says: plain(digit),
    })),
  );
}

function plain(digit: string): string {
  const point = digit.codePointAt(0)!;
  if (point < 0x80) return digit[0]!;
  if (point >= 0x1d7ce) return String((point - 0x1d7ce) % 10);
  const first = ROWS_FROM_ONE.findLast((one) => one <= point);
  return first === undefined || point - first > 8 ? "0" : String(point - first + 1);
}
