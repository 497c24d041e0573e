import type { Match } from "@tuhei/patterns";
import type { Page, TextRun } from "./model/document.js";

/** The rest of a house's or room's number on a line of its own. */
const NUMBER = /^[-#]?[0-9]{1,5}(?:[-#][0-9]{1,4}){0,3}[号室]?$/;

/**
 * Addresses with the number that went on in the next line (…4单元15, 08): a number alone is the address's where the layout
 * gave both lines one label.
 */
export function withWrappedTails(page: Page, matches: readonly Match[]): readonly Match[] {
  if (!matches.some(({ entityType }) => entityType === "address")) return matches;
  const runs = new Map(page.runs.map((run, index) => [run.span.end, { run, next: page.runs[index + 1] }]));
  const starts = new Set(matches.map(({ span }) => span.start));
  return matches.map((match) => {
    const { run, next } = runs.get(match.span.end) ?? {};
    const isTail = match.entityType === "address" && run && next && isWrapped(page.text, run, next);
    return isTail && !starts.has(next.span.start) ? { ...match, span: { ...match.span, end: next.span.end } } : match;
  });
}

function isWrapped(text: string, run: TextRun, next: TextRun): boolean {
  if (next.label === undefined || run.label !== next.label) return false;
  const between = text.slice(run.span.end, next.span.start);
  return /^\s*\n\s*$/.test(between) && NUMBER.test(text.slice(next.span.start, next.span.end).trim());
}
