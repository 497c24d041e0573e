import type { Span } from "../detector.js";
import { unitTable } from "../unit-table.js";
import { lineEnd, type TextTable, trimmed } from "./table.js";

const BARS = /\|/g;
const SINGLE_SPACE = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;
/** What may part the columns of a table in plain text: tabs and wide gaps, the separators of exports, a space. */
const SEPARATORS = [/\t/g, / {2,}/g, BARS, /,/g, /;/g, SINGLE_SPACE];
/** A line that may be a header is short, without a mark that labels have not. */
const NOT_IN_HEADER = unitTable(":：=<>{}!?。？！“”+@#%&~^$\\");
const MIN_HEADER = 3;
const MAX_HEADER = 300;
const MAX_HEADER_CELL = 24;
/** Lines of another length among the rows: notes, cells with a separator in them. */
const MAX_OTHERS = 2;

/** Whether a line's cells are the header of columns; `strictly`: where any line is parted so. */
type IsHeader = (cells: readonly string[], strictly?: boolean) => boolean;

/**
 * Tables of plain text, copied from a spreadsheet, a terminal or an export: a line of short cells with one separator, and
 * lines of as many cells below it. Whether the first is a header is for the caller to say.
 */
export function partedColumns(text: string, isHeader: IsHeader): TextTable[] {
  const tables: TextTable[] = [];
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const table = mayBeHeader(text, start, end) ? tableAt(text, start, end, isHeader) : undefined;
    if (table) tables.push(table);
    start = table ? lineEnd(text, table.rows.at(-1)!.at(-1)!.end) + 1 : end + 1;
  }
  return tables;
}

function mayBeHeader(text: string, start: number, end: number): boolean {
  if (end - start < MIN_HEADER || end - start > MAX_HEADER) return false;
  for (let at = start; at < end; at++) if (NOT_IN_HEADER[text.charCodeAt(at)] === 1) return false;
  return true;
}

function tableAt(text: string, start: number, end: number, isHeader: IsHeader): TextTable | undefined {
  const wordsOf = (cells: readonly Span[]) => cells.map((cell) => text.slice(cell.start, cell.end));
  for (const separator of SEPARATORS) {
    const header = cellsOf(text, start, end, separator);
    const words = wordsOf(header);
    const isShort = header.length > 1 && words.every((word) => word.length <= MAX_HEADER_CELL && !/\d{4}/.test(word));
    if (!isShort || !isHeader(words, separator === SINGLE_SPACE)) continue;
    const columns = separator === SINGLE_SPACE ? / /g : separator;
    const rows: Span[][] = [];
    for (let [next, others] = [end + 1, 0]; next < text.length && others <= MAX_OTHERS; ) {
      const rowEnd = lineEnd(text, next);
      if (text.slice(next, rowEnd).trim() === "") break;
      const cells = rowOf(text, next, rowEnd, header, columns);
      if (rows.length === 0 && isHeader(wordsOf(cells))) return undefined;
      others = cells.length === header.length ? 0 : others + 1;
      if (others === 0) rows.push(cells);
      next = rowEnd + 1;
    }
    if (rows.length > 0) return { header, rows };
  }
  return undefined;
}

/** The cells of a row; where the gaps of the header are all alike, a gap twice as wide has an empty cell in it. */
function rowOf(text: string, start: number, end: number, header: readonly Span[], separator: RegExp): Span[] {
  const cells = cellsOf(text, start, end, separator);
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

function cellsOf(text: string, start: number, end: number, separator: RegExp): Span[] {
  let [from, to] = [start, text[end - 1] === "\r" ? end - 1 : end];
  while (from < to && text[from] === " ") from++;
  // Bars may stand around a table, too.
  if (separator === BARS && text[from] === "|") [from, to] = [from + 1, text[to - 1] === "|" ? to - 1 : to];
  const cells: Span[] = [];
  let at = from;
  for (const { index, 0: gap } of text.slice(from, to).matchAll(separator)) {
    cells.push(trimmed(text, at, from + index));
    at = from + index + gap.length;
  }
  cells.push(trimmed(text, at, to));
  return cells;
}
