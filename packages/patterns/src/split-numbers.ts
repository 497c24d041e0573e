import { contextAt, nearnessIn } from "./context.js";
import type { Label } from "./labels.js";
import { endAt, matchAt } from "./match-at.js";
import { add, isWanted, type Pass } from "./pass.js";

/** The rest of a number on the next line. */
const NEXT_LINE = /\r?\n[ \t]{0,8}(\d[\d -]{0,24}[Xx]?|[Xx])(?![0-9A-Za-z])/y;
/** No number that proves itself is shorter. */
const MIN_DIGITS = 15;
/** Proven so well that two numbers which happen to stand one above the other do not pass. */
export const SURE = 0.9;

/**
 * A number that a line end parts, as PDF lines and cells do: counts when the whole passes its check. One that chance
 * passes every tenth time (Luhn) needs its label too.
 *
 * @param start first digit of the run that ends the line at `end`
 */
export function matchAcrossLines(pass: Pass, start: number, end: number, last: Label | undefined): void {
  const parted = partedNumber(pass.folded.text, start, end);
  if (!parted) return;
  const { joined, length } = parted;
  const { digits } = pass.engine;
  const context = contextAt(pass, start, last);
  for (const rule of [...digits.free, ...digits.named]) {
    const { detector, form } = rule;
    if (!form.proof?.includes("checksum") || form.ocr || !isWanted(pass, detector)) continue;
    if (endAt(form.pattern, joined, 0) !== joined.length || !form.validate?.(joined.toUpperCase())) continue;
    const nearness = nearnessIn(context, detector.entityType);
    if (nearness || (form.score.valid ?? 0) >= SURE) {
      add(pass, rule, { start, end: end + length }, true, nearness, ["over two lines"]);
      return;
    }
  }
}

/** The number that the run of digits from `start` to `end` makes with the next line, and how long the rest is in the text. */
function partedNumber(text: string, start: number, end: number): { joined: string; length: number } | undefined {
  if (start > 0 && /[0-9A-Za-z.]/.test(text[start - 1]!)) return undefined;
  const rest = matchAt(NEXT_LINE, text, end);
  if (!rest) return undefined;
  const joined = (text.slice(start, end) + rest[1]!).replace(/[ -]/g, "");
  return joined.length < MIN_DIGITS ? undefined : { joined, length: rest[0].length };
}
