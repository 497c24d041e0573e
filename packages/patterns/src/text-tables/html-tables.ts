import type { Span } from "../detector.js";
import { type TextTable, trimmed } from "./table.js";

const ROW_START = /<tr[\s>]/gi;
/** A cell's opening tag, up to its content. */
const CELL_START = /<t[hd](?:\s[^<>]{0,400})?>/gi;

/** Tables of HTML: the first row is the header of those that follow it up to </table>. Cells that span columns are not seen. */
export function htmlTables(text: string): TextTable[] {
  if (!text.includes("<t")) return [];
  const tables: TextTable[] = [];
  let rows: Span[][] = [];
  let previous = 0;
  const close = () => {
    const [header, ...others] = rows;
    if (header && others.length > 0) tables.push({ header, rows: others });
    rows = [];
  };
  const starts = [...text.matchAll(ROW_START)].map(({ index }) => index);
  for (const [index, start] of starts.entries()) {
    if (/<\/table/i.test(text.slice(previous, start))) close();
    const cells = cellsOf(text, start, starts[index + 1] ?? text.length);
    if (cells.length > 0) rows.push(cells);
    previous = start;
  }
  close();
  return tables;
}

function cellsOf(text: string, start: number, end: number): Span[] {
  const row = text.slice(start, end);
  return [...row.matchAll(CELL_START)].map(({ index, 0: tag }) => {
    const from = index + tag.length;
    const to = row.indexOf("<", from);
    return trimmed(text, start + from, to === -1 ? end : start + to);
  });
}
