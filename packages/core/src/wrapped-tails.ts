import type { Match } from "@tuhei/patterns";
import { headingOf } from "./layout/label-words.js";
import type { Page, TextRun } from "./model/document.js";

/** The rest of a house's or room's number on a line of its own. */
const NUMBER = /^[-#]?[0-9]{1,5}(?:[-#][0-9]{1,4}){0,3}[号室]?$/;

/** A number that says what it counts, and what stands before such a number where a line ends in the middle of it: …4组4, 0号. */
const HOUSE_OR_ROOM = /[0-9][号室]$/;
const UNFINISHED = /(?:[0-9]|[-#组栋幢座梯楼层路街巷弄村]|单元)$/u;

/** What a room's number follows, in its own line too: written downward it may stand apart. */
const BEFORE_ROOM = /(?:[栋幢座梯]|号楼|单元)$/u;

/**
 * Addresses with the number that went on in the next line (…4单元15, 08): a number alone is the address's where the layout
 * gave both lines one label, where it stands behind 单元 in its own, or where OCR read it with 号 or 室 under a line that breaks off.
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
  if (!NUMBER.test(text.slice(next.span.start, next.span.end).trim())) return false;
  const between = text.slice(run.span.end, next.span.start);
  if (between === "\t") return BEFORE_ROOM.test(text.slice(run.span.start, run.span.end));
  if (!/^\s*\n\s*$/.test(between)) return false;
  const [line, tail] = [run, next].map(({ span }) => text.slice(span.start, span.end).trim());
  if (next.label === undefined) return run.origin === "ocr" && HOUSE_OR_ROOM.test(tail!) && UNFINISHED.test(line!);
  return (run.label ?? headingOf(line!)?.words) === next.label;
}
