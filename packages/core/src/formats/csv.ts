import { labelOf } from "@tuhei/patterns";
import type { TextRun } from "../model/document.js";
import type { ByteSource } from "../source.js";
import { readRow, sniffDelimiter } from "../text/cells.js";
import { isRowOfValues, labelsFromCells, SAMPLE_ROWS } from "../text/column-types.js";
import type { DetectedEncoding } from "../text/encoding.js";
import { cutAtLine, type TextWindow, textWindows } from "../text/windows.js";
import type { Format } from "./format.js";
import { encodingOf, type TextShape, textDocument } from "./text.js";

/** Comma, tab, semicolon or bar separated tables (RFC 4180). A column's header labels its cells. */
export const csv: Format = {
  name: "csv",
  sniff: (_head, name) => /\.(csv|tsv|tab)$/i.test(name),
  open: async (source, options) => {
    const encoding = await encodingOf(source, options);
    return textDocument("csv", source, encoding, await tableShape(source, encoding));
  },
};

/** UTF-16 units of the first window that the separator and the header are read from. */
const SAMPLE_UNITS = 64 * 1024;

async function tableShape(source: ByteSource, encoding: DetectedEncoding): Promise<TextShape> {
  const sample = await firstUnits(source, encoding);
  const delimiter = sniffDelimiter(sample.text, sample.whole) ?? ",";
  const rows = sampleRows(sample.text, delimiter);
  const [first = []] = rows;
  const hasHeader = !isRowOfValues(first);
  const named = hasHeader ? first.map((name) => (labelOf(name)?.entityTypes.length ? name : undefined)) : [];
  const values = rows.slice(hasHeader ? 1 : 0);
  const columns = first.map((_, column) => values.map((cells) => cells[column] ?? ""));
  const labels = labelsFromCells(columns, named);
  return {
    cut: (text, start, limit) => cutAtRow(text, start, limit, delimiter),
    runs: (window) => cellRuns(window, delimiter, labels, hasHeader),
  };
}

function sampleRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length && rows.length <= SAMPLE_ROWS; ) {
    const row = readRow(text, at, delimiter);
    rows.push(row.cells.map(({ start, end }) => text.slice(start, end).trim()));
    if (row.end <= at) break;
    at = row.end;
  }
  return rows;
}

async function firstUnits(source: ByteSource, encoding: DetectedEncoding): Promise<{ text: string; whole: boolean }> {
  for await (const { text, end } of textWindows(source, encoding)) {
    return { text: text.slice(0, SAMPLE_UNITS), whole: end === text.length && text.length <= SAMPLE_UNITS };
  }
  return { text: "", whole: true };
}

/** After the last record that ends within the limit; a record longer than a window is cut like plain text. */
function cutAtRow(text: string, start: number, limit: number, delimiter: string): number {
  let end = start;
  for (let next = readRow(text, end, delimiter).end; next <= limit; next = readRow(text, end, delimiter).end) {
    if (next === end) break;
    end = next;
  }
  return end > start ? end : cutAtLine(text, start, limit);
}

/** Runs of the labelled columns. A header row itself is no value. */
function cellRuns(
  { text, start, end, offset }: TextWindow,
  delimiter: string,
  labels: readonly (string | undefined)[],
  hasHeader: boolean,
): TextRun[] {
  const runs: TextRun[] = [];
  for (let at = start; at < end; ) {
    const row = readRow(text, at, delimiter);
    if (!hasHeader || offset + at > 0) {
      for (const cell of row.cells) {
        const label = labels[cell.column];
        if (label === undefined || cell.start === cell.end) continue;
        runs.push({ span: cell, origin: "cell", label, precision: "none", confidence: 1 });
      }
    }
    if (row.end <= at) break;
    at = row.end;
  }
  return runs;
}
