import { type DetectOptions, labelOf, type Match, type Span } from "@tuhei/patterns";
import type { Page } from "./model/document.js";
import { BREAK_WINDOW, type BrokenText, matchesAcross, mayGoOn, spansBreak, valueBreak } from "./value-break.js";

/** A value that a page break cuts: its part on either page, and what both say together. */
export interface CutValue {
  readonly value: string;
  readonly before: Match;
  readonly after: Match;
}

/** How many lines at either end of pages are compared to tell headers and footers. */
const MAX_RUNNING = 4;
/** A page's number by itself: 3, - 3 -, 3/10, 第3页 共10页, Page 3 of 10. */
const PAGE_NUMBER =
  /^(?:[-–—·]?\d{1,4}[-–—·]?|\d{1,4}\/\d{1,4}|第\d{1,4}页(?:[，,/]?共\d{1,4}页)?|page\d{1,4}(?:of\d{1,4})?)$/i;

/** A line of a page's text. */
interface Line {
  readonly text: string;
  /** Place in the page's text. */
  readonly start: number;
}

/**
 * Values that go on from the last line of a page's body in the first of the next one's. What both pages have at the same end, page
 * numbers aside, is a header or footer. Lines of several cells are left alone: it is not known which of them goes on.
 */
export function cutByPageBreak(before: Page, after: Page, options: Omit<DetectOptions, "labels">): CutValue[] {
  const [lines, next] = [linesOf(before), linesOf(after)];
  const last = lines.slice(0, lines.length - runningAtEnd(lines, next)).at(-1);
  const first = next[runningAtStart(next, lines)];
  if (!last || !first || last.text.includes("\t") || first.text.includes("\t")) return [];
  const head = last.text.slice(-BREAK_WINDOW);
  const tail = first.text.slice(0, BREAK_WINDOW);
  if (!mayGoOn(head, tail) || labelOf(tail)) return [];
  const label = head.length === last.text.length ? labelAt(before, last.start) : undefined;
  const text: BrokenText = { head, tail, label, labelled: tail.length };
  const separator = valueBreak(text);
  if (separator === undefined) return [];
  const headStart = last.start + last.text.length - head.length;
  const tailStart = head.length + separator.length;
  return matchesAcross(text, separator, options)
    .filter((match) => spansBreak(match, head.length, separator.length))
    .map((match) => {
      const { start, end } = match.span;
      return {
        value: head.slice(start) + tail.slice(0, end - tailStart),
        before: { ...match, span: { start: headStart + start, end: headStart + head.length } },
        after: { ...match, span: { start: first.start, end: first.start + end - tailStart } },
      };
    });
}

/** Matches with a part of a cut value, which takes in what it shares a character with, in order of place. */
export function withPart<T extends Match>(matches: readonly T[], part: T): T[] {
  const touches = ({ span }: Match) => span.start < part.span.end && span.end > part.span.start;
  const taken = matches.filter(touches);
  const span: Span = {
    start: Math.min(part.span.start, ...taken.map((one) => one.span.start)),
    end: Math.max(part.span.end, ...taken.map((one) => one.span.end)),
  };
  const rest = matches.filter((one) => !taken.includes(one));
  return [...rest, { ...part, span }].sort((a, b) => a.span.start - b.span.start);
}

/** Without empty ones. Of a page of text with pictures, the lines of its text, which stand first. */
function linesOf({ text, runs }: Page): Line[] {
  const content = runs.filter(({ origin }) => origin !== "ocr");
  const end = content.length > 0 ? Math.max(...content.map(({ span }) => span.end)) : text.length;
  const lines: Line[] = [];
  for (const { 0: line, index } of text.slice(0, end).matchAll(/[^\n]+/g)) {
    const shown = line.trim();
    if (shown !== "") lines.push({ text: shown, start: index + line.indexOf(shown) });
  }
  return lines;
}

/** How many of the last lines are also those of the other page. */
function runningAtEnd(lines: readonly Line[], other: readonly Line[]): number {
  let count = 0;
  while (count < MAX_RUNNING && isRunning(lines.at(-1 - count), other.at(-1 - count))) count++;
  return count;
}

function runningAtStart(lines: readonly Line[], other: readonly Line[]): number {
  let count = 0;
  while (count < MAX_RUNNING && isRunning(lines[count], other[count])) count++;
  return count;
}

function isRunning(line: Line | undefined, other: Line | undefined): boolean {
  if (!line) return false;
  const plain = line.text.replace(/\s/g, "");
  return PAGE_NUMBER.test(plain) || (other !== undefined && withoutNumbers(plain) === withoutNumbers(other.text));
}

/** A header or footer without the page's own number. */
function withoutNumbers(text: string): string {
  return text.replace(/\s/g, "").replace(/[\d０-９〇一二三四五六七八九十百]+/g, "0");
}

function labelAt({ runs }: Page, place: number): string | undefined {
  return runs.find(({ span }) => span.start <= place && place < span.end)?.label;
}
