import { labelOf, type Match, type Span } from "@tuhei/patterns";
import type { Page, TextRun } from "./model/document.js";

/** Characters before an address in its line that may be the misread beginning of it: 大津 for 天津; and after it, of its end. */
const HEAD = /^\p{Script=Han}{1,3}$/u;
const TAIL = /^[\p{Script=Han}\dA-Za-z]{1,2}$/u;
/** Words that stand before an address and say nothing of it. */
const BEFORE = /[收寄送到至往从自在住址]/;

/**
 * Addresses that OCR read in a line of their own with the few characters of the line that no detector took for a part of them, for
 * a character of these was misread.
 */
export function withWholeAddresses(page: Page, matches: readonly Match[]): readonly Match[] {
  if (!matches.some(({ entityType }) => entityType === "address")) return matches;
  return matches.map((match, index) => {
    const run = match.entityType === "address" ? runAround(page, match.span) : undefined;
    if (!run) return match;
    const [before, after] = [matches[index - 1]?.span.end ?? 0, matches[index + 1]?.span.start ?? page.text.length];
    const { start, end } = run.span;
    const [head, tail] = [page.text.slice(start, match.span.start), page.text.slice(match.span.end, end)];
    const isHead = start >= before && HEAD.test(head) && !BEFORE.test(head) && !labelOf(head, { ocr: true });
    const isTail = end <= after && TAIL.test(tail);
    return { ...match, span: { start: isHead ? start : match.span.start, end: isTail ? end : match.span.end } };
  });
}

/** The run of OCR that holds a whole span. */
function runAround({ runs }: Page, { start, end }: Span): TextRun | undefined {
  return runs.find(({ origin, span }) => origin === "ocr" && span.start <= start && span.end >= end);
}
