import type { Span } from "../detector.js";
import { lineEnd, lineStart, type TextTable, trimmed } from "./table.js";

/** Between the columns of a table in plain text. */
const GAP = /\t| {2,}/g;
/** A longer cell is no header. */
const MAX_HEADER_CELL = 24;

/**
 * Tables of plain text, copied from a spreadsheet or a terminal: a line of short cells parted by tabs or by two spaces and
 * more, and lines of as many cells below it. Whether the first is a header is for the caller to say.
 */
export function alignedColumns(text: string, isHeader: (cells: readonly string[]) => boolean): TextTable[] {
  const tables: TextTable[] = [];
  const nextGap = gapsIn(text);
  for (let gap = nextGap(0); gap !== -1; ) {
    const end = lineEnd(text, gap);
    const header = cellsOf(text, lineStart(text, gap), end);
    const words = wordsOf(text, header);
    if (header.length < 2 || !words.every(isShort) || !isHeader(words)) {
      gap = nextGap(end);
      continue;
    }
    const rows: Span[][] = [];
    let next = end + 1;
    while (next < text.length) {
      const rowEnd = lineEnd(text, next);
      const cells = rowOf(text, next, rowEnd, header);
      if (cells.length !== header.length || (rows.length === 0 && isHeader(wordsOf(text, cells)))) break;
      rows.push(cells);
      next = rowEnd + 1;
    }
    if (rows.length > 0) tables.push({ header, rows });
    gap = nextGap(next - 1);
  }
  return tables;
}

function wordsOf(text: string, cells: readonly Span[]): string[] {
  return cells.map(({ start, end }) => text.slice(start, end));
}

function isShort(word: string): boolean {
  return word.length <= MAX_HEADER_CELL && !/\d{4}/.test(word);
}

/** Finds the next gap inside a line from a place on; the places asked for only grow. */
function gapsIn(text: string): (from: number) => number {
  let [tab, spaces] = [-1, -1];
  const after = (from: number): number => {
    if (tab !== Number.POSITIVE_INFINITY && tab < from) tab = orNever(text.indexOf("\t", from));
    if (spaces !== Number.POSITIVE_INFINITY && spaces < from) spaces = orNever(text.indexOf("  ", from));
    return Math.min(tab, spaces);
  };
  return (from) => {
    let gap = after(from);
    // Spaces at the start of a line indent it.
    while (gap !== Number.POSITIVE_INFINITY && (gap === 0 || text[gap - 1] === "\n")) {
      let end = gap;
      while (text[end] === " " || text[end] === "\t") end++;
      gap = after(end);
    }
    return gap === Number.POSITIVE_INFINITY ? -1 : gap;
  };
}

function orNever(index: number): number {
  return index === -1 ? Number.POSITIVE_INFINITY : index;
}

/** The cells of a row; where the gaps of the header are all alike, a gap twice as wide has an empty cell in it. */
function rowOf(text: string, start: number, end: number, header: readonly Span[]): Span[] {
  const cells = cellsOf(text, start, end);
  const gap = text.slice(header[0]!.end, header[1]!.start);
  const isRegular = header.every(
    (cell, index) => index === 0 || text.slice(header[index - 1]!.end, cell.start) === gap,
  );
  if (cells.length === header.length || !isRegular) return cells;
  let from = start;
  return text
    .slice(start, end)
    .split(gap)
    .map((cell) => {
      const span = trimmed(text, from, from + cell.length);
      from += cell.length + gap.length;
      return span;
    });
}

function cellsOf(text: string, start: number, end: number): Span[] {
  const to = text[end - 1] === "\r" ? end - 1 : end;
  const indent = /^ */.exec(text.slice(start, to))![0].length;
  const line = text.slice(start + indent, to);
  const cells: Span[] = [];
  let from = 0;
  for (const { index, 0: gap } of line.matchAll(GAP)) {
    cells.push({ start: start + indent + from, end: start + indent + index });
    from = index + gap.length;
  }
  cells.push(trimmed(text, start + indent + from, to));
  return cells;
}
