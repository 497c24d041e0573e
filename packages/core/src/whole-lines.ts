import { labelOf, type Match, type Span } from "@tuhei/patterns";
import type { Page, TextRun } from "./model/document.js";

/** Characters before an address in its line that may be the misread beginning of it: 大津 for 天津; after it, a word that breaks off. */
const HEAD = /^\p{Script=Han}{1,3} *$/u;
const TAIL = /^ *(?:\p{Script=Han}{1,3}|[\p{Script=Han}\dA-Za-z]{1,2})$/u;
/** Words that stand before an address and say nothing of it. */
const BEFORE = /[收寄送到至往从自在住址]/;

/** A carrier's letters that OCR read apart from the digits behind them: Y T 8783556319068. */
const CARRIER = /^[A-Z](?: ?[A-Z]){1,3} ?$/;

/** The numbers of waybills that OCR read in a line of their own, with the letters before them. */
export function withCarriers(page: Page, matches: readonly Match[]): readonly Match[] {
  return matches.map((match, index) => {
    const run = match.entityType === "tracking-number" ? runAround(page, match.span) : undefined;
    const start = run && Math.max(run.span.start, matches[index - 1]?.span.end ?? 0);
    const isCarrier = start === run?.span.start && CARRIER.test(page.text.slice(start ?? 0, match.span.start));
    return run && isCarrier ? { ...match, span: { ...match.span, start: run.span.start } } : match;
  });
}

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
