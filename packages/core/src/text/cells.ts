import type { Span } from "@tuhei/patterns";

/** Separators that tables use, in the order in which a tie is settled. */
const DELIMITERS = [",", "\t", ";", "|"] as const;
/** Longest quoted cell. A quotation mark that is not closed by then is an ordinary character. */
const MAX_QUOTED_UNITS = 64 * 1024;

/** Where one cell stands in the text, without its quotation marks. */
export interface Cell extends Span {
  /** From 0. */
  readonly column: number;
}

/** The cells of one record (RFC 4180: quoted cells may hold separators, line ends and doubled quotation marks). */
export interface Row {
  readonly cells: readonly Cell[];
  /** After the line end. */
  readonly end: number;
}

/** Reads the record that starts at `start`. */
export function readRow(text: string, start: number, delimiter: string): Row {
  const cells: Cell[] = [];
  for (let at = start; ; ) {
    const cell = readCell(text, at, delimiter);
    cells.push({ start: cell.start, end: cell.end, column: cells.length });
    if (text[cell.after] === delimiter) {
      at = cell.after + 1;
      continue;
    }
    const lineEnd = text.startsWith("\r\n", cell.after) ? cell.after + 2 : cell.after + 1;
    return { cells, end: Math.min(lineEnd, text.length) };
  }
}

function readCell(text: string, start: number, delimiter: string): { start: number; end: number; after: number } {
  if (text[start] === '"') {
    const close = closingQuote(text, start + 1);
    if (close >= 0) return { start: start + 1, end: close, after: skipToEnd(text, close + 1, delimiter) };
  }
  const after = skipToEnd(text, start, delimiter);
  return { start, end: after, after };
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0 && at - from <= MAX_QUOTED_UNITS; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] !== '"') return at;
    at++;
  }
  return -1;
}

/** The next separator or line end. */
function skipToEnd(text: string, from: number, delimiter: string): number {
  const code = delimiter.charCodeAt(0);
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === code || unit === 10 || (unit === 13 && (text.charCodeAt(at + 1) === 10 || at + 1 === text.length)))
      return at;
  }
  return text.length;
}

/**
 * The separator of a table, or undefined when the lines do not look like one: the same number of cells, two at least, in
 * every complete line of the sample.
 */
export function sniffDelimiter(sample: string, wholeText: boolean): string | undefined {
  let best: { delimiter: string; columns: number } | undefined;
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter)) continue;
    const columns = evenColumns(sample, delimiter, wholeText);
    if (columns > (best?.columns ?? 1)) best = { delimiter, columns };
  }
  return best?.delimiter;
}

/** Rows looked at when a separator is chosen. */
const SNIFF_ROWS = 50;
/** Share of rows that must have the header's number of cells: real exports have a stray total line or comment. */
const EVEN_SHARE = 0.8;

function evenColumns(sample: string, delimiter: string, wholeText: boolean): number {
  let [columns, rows, even] = [0, 0, 0];
  for (let at = 0; at < sample.length && rows < SNIFF_ROWS; ) {
    const row = readRow(sample, at, delimiter);
    if (row.end >= sample.length && !wholeText && rows > 0) break;
    at = row.end;
    const isBlank = row.cells.length === 1 && row.cells[0]!.start === row.cells[0]!.end;
    if (isBlank) continue;
    columns ||= row.cells.length;
    rows++;
    if (row.cells.length === columns) even++;
  }
  return rows > 0 && even / rows >= EVEN_SHARE ? columns : 0;
}
