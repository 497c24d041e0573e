import type { Page } from "./model/document.js";
import type { Finding } from "./model/finding.js";
import { countLines } from "./text/windows.js";

/**
 * Marks in a text that silence findings: `tuhei-ignore-line [type…] -- reason` for its own line, `tuhei-ignore-next-line` for
 * the next. Whoever writes a document can write marks: they may count only where the user said so.
 */
export interface InlineIgnores {
  /** Reads the marks of a window, in order, before its findings are asked about. Pages of other formats have none. */
  read(page: Page): void;
  /** Whether a mark silences a finding of the window that was read last. */
  silences(finding: Finding): boolean;
  /** What is wrong with the marks, once the text is at its end. */
  problems(): readonly IgnoreProblem[];
}

/** What is wrong with some marks. */
export interface IgnoreProblem {
  /** "unused-ignore": they silence nothing; "unknown-ignore-type": they name a type that there is not. */
  readonly code: "unknown-ignore-type" | "unused-ignore";
  readonly count: number;
  /** Where the first {@link MAX_LINES} stand, from 0. */
  readonly lines: readonly number[];
}

/** More than a person mends in one go. */
const MAX_LINES = 20;
/** A mark and the types behind it: words up to the first sign that is none, such as "--" or the end of a comment. */
const MARK = /(?<![\w-])tuhei-ignore-(next-line|line)(?![\w-])((?:[ \t]+[a-z][a-z0-9-]*(?![\w-]))*)/g;
/** A carriage return at the end of a window may be the first half of a line end. */
const LINE_END = /\r\n|\n|\r(?!$)/g;

interface Mark {
  readonly line: number;
  /** All types without it. */
  readonly types?: ReadonlySet<string>;
  /** Where it stands. Places are UTF-16 units of the whole text. */
  readonly at: number;
  /** Where the line that it is about begins; not there until it was seen. */
  start?: number;
  /** Where that line ends; not there until it was seen. */
  end?: number;
  isUsed: boolean;
}

/**
 * Begins a text.
 *
 * @param isType knows the types that a mark may name
 */
export function createInlineIgnores(isType: (word: string) => boolean): InlineIgnores {
  const wrong: Record<IgnoreProblem["code"], { count: number; readonly lines: number[] }> = {
    "unknown-ignore-type": { count: 0, lines: [] },
    "unused-ignore": { count: 0, lines: [] },
  };
  let marks: Mark[] = [];

  function note(code: IgnoreProblem["code"], line: number): void {
    wrong[code].count++;
    if (wrong[code].lines.length < MAX_LINES) wrong[code].lines.push(line);
  }

  function noteUnused(some: readonly Mark[]): void {
    for (const { line, isUsed } of some) if (!isUsed) note("unused-ignore", line);
  }

  function marksIn(text: string, { owned, offset, line: first }: NonNullable<Page["window"]>): Mark[] {
    let [line, counted] = [first, 0];
    return [...text.matchAll(MARK)].flatMap(({ index, 1: which, 2: words }) => {
      if (index < owned.start || index >= owned.end) return [];
      line += countLines(text, counted, index);
      counted = index;
      const named = words!.split(/[ \t]+/).filter(Boolean);
      const known = named.filter(isType);
      if (known.length < named.length) note("unknown-ignore-type", line);
      if (known.length === 0 && named.length > 0) return [];
      const isOwn = which === "line";
      return [
        {
          line,
          at: index + offset,
          isUsed: false,
          ...(named.length > 0 && { types: new Set(known) }),
          ...(isOwn && { start: offset + lineStart(text, index) }),
        },
      ];
    });
  }

  return {
    read({ text, window }) {
      if (!window) return;
      const { owned, offset } = window;
      const isPast = ({ end }: Mark) => end !== undefined && end <= offset + owned.start;
      noteUnused(marks.filter(isPast));
      marks = [...marks.filter((mark) => !isPast(mark)), ...marksIn(text, window)];
      for (const mark of marks) reach(mark, text, offset);
    },
    silences({ entityType, place }) {
      if (place.line === undefined || !place.span) return false;
      const at = place.span.start;
      const by = marks.filter(
        ({ start, end, types }) =>
          start !== undefined &&
          start <= at &&
          at < (end ?? Number.POSITIVE_INFINITY) &&
          (types?.has(entityType) ?? true),
      );
      for (const mark of by) mark.isUsed = true;
      return by.length > 0;
    },
    problems() {
      noteUnused(marks);
      marks = [];
      const codes = Object.keys(wrong) as IgnoreProblem["code"][];
      return codes.map((code) => ({ code, ...wrong[code] })).filter(({ count }) => count > 0);
    },
  };
}

/** Finds what was not seen yet of the line that a mark is about. `text` stands at `offset`. */
function reach(mark: Mark, text: string, offset: number): void {
  if (mark.start === undefined) {
    const after = lineEnd(text, mark.at - offset)?.after;
    if (after === undefined) return;
    mark.start = after + offset;
  }
  if (mark.end !== undefined) return;
  const before = lineEnd(text, Math.max(mark.start, mark.at) - offset)?.before;
  if (before !== undefined) mark.end = before + offset;
}

function lineStart(text: string, index: number): number {
  return Math.max(text.lastIndexOf("\n", index), text.lastIndexOf("\r", index)) + 1;
}

/** The next line end from a place on, which may lie before the text: its ends were looked for there. */
function lineEnd(text: string, from: number): { readonly before: number; readonly after: number } | undefined {
  LINE_END.lastIndex = Math.max(0, from);
  const found = LINE_END.exec(text);
  return found ? { before: found.index, after: found.index + found[0].length } : undefined;
}
