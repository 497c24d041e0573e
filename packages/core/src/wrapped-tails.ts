import type { Match } from "@tuhei/patterns";
import { headingOf } from "./layout/label-words.js";
import type { Page, TextRun } from "./model/document.js";

/** The rest of a house's or room's number on a line of its own. */
const NUMBER = /^[-#]?[0-9]{1,5}(?:[-#][0-9]{1,4}){0,3}[号室]?$/;

/** A number that says what it counts, and what stands before such a number where a line ends in the middle of it: …4组4, 0号. */
const HOUSE_OR_ROOM = /[0-9][号室]$/;
const UNFINISHED = /(?:[0-9]|[-#组栋幢座梯楼层路街巷弄村]|单元)$/u;

/** A room's number by itself: floors have one or two digits, rooms two. */
const ROOM = /^[0-9]{3,4}$/;

/** What a room's number follows, in its own line too: written downward it may stand apart. */
const BEFORE_ROOM = /(?:[栋幢座梯]|号楼|单元)$/u;

/**
 * Addresses with the number that went on in the next line (…4单元15, 08): a number alone is the address's where the layout
 * gave both lines one label, where it stands behind 单元 in its own, or where OCR read it under a line that breaks off.
 */
export function withWrappedTails(page: Page, matches: readonly Match[]): readonly Match[] {
  if (!matches.some(({ entityType }) => entityType === "address")) return matches;
  const indexes = new Map(page.runs.map((run, index) => [run.span.end, index]));
  const starts = new Set(matches.map(({ span }) => span.start));
  return matches.flatMap((match) => {
    const index = match.entityType === "address" ? indexes.get(match.span.end) : undefined;
    const [run, next, afterNext] = index === undefined ? [] : page.runs.slice(index, index + 3);
    const isFree = (tail: TextRun) => !starts.has(tail.span.start);
    if (run && next && isFree(next) && isWrapped(page.text, run, next))
      return { ...match, span: { ...match.span, end: next.span.end } };
    const isParted = run && next && afterNext && isFree(afterNext) && isCaption(page.text, next);
    const isTail = isParted && NUMBER.test(textIn(page.text, afterNext)) && hasSameLabel(page.text, run, afterNext);
    return isTail ? [match, { ...match, span: afterNext.span }] : match;
  });
}

/** Whether a run is the label's caption in another language, which stands beside the address's second line: Address. */
function isCaption(text: string, run: TextRun): boolean {
  return run.origin === "ocr" && /^[A-Za-z][A-Za-z ]*$/.test(textIn(text, run));
}

function isWrapped(text: string, run: TextRun, next: TextRun): boolean {
  if (!NUMBER.test(textIn(text, next))) return false;
  const between = text.slice(run.span.end, next.span.start);
  if (between === "\t") return BEFORE_ROOM.test(text.slice(run.span.start, run.span.end));
  if (!/^\s*\n\s*$/.test(between)) return false;
  if (next.label !== undefined) return hasSameLabel(text, run, next);
  const [line, tail] = [textIn(text, run), textIn(text, next)];
  const isRoom = BEFORE_ROOM.test(line) && ROOM.test(tail);
  return run.origin === "ocr" && (isRoom || (HOUSE_OR_ROOM.test(tail) && UNFINISHED.test(line)));
}

function hasSameLabel(text: string, run: TextRun, next: TextRun): boolean {
  return next.label !== undefined && (run.label ?? headingOf(textIn(text, run))?.words) === next.label;
}

function textIn(text: string, { span }: TextRun): string {
  return text.slice(span.start, span.end).trim();
}
