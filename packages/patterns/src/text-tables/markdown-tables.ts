import type { Span } from "../detector.js";
import { lineEnd, lineStart, type TextTable, trimmed } from "./table.js";

/** The line below the header: | --- | :-: | */
const RULE = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t\r]*$/;

/** Tables of GitHub Flavored Markdown, 4.10: a header, a line of dashes, and rows, their cells parted by "|". */
export function markdownTables(text: string): TextTable[] {
  const tables: TextTable[] = [];
  for (let at = text.indexOf("|"); at !== -1; at = text.indexOf("|", at)) {
    const end = lineEnd(text, at);
    const ruleEnd = lineEnd(text, end + 1);
    const rule = text.slice(end + 1, ruleEnd);
    if (!rule.includes("-") || !rule.includes("|") || !RULE.test(rule)) {
      at = end;
      continue;
    }
    const header = cellsOf(text, lineStart(text, at), end);
    const rows: Span[][] = [];
    let next = ruleEnd + 1;
    while (next < text.length) {
      const rowEnd = lineEnd(text, next);
      const cells = cellsOf(text, next, rowEnd);
      if (cells.length < 2) break;
      rows.push(cells);
      next = rowEnd + 1;
    }
    if (header.length > 0) tables.push({ header, rows });
    at = Math.min(next, text.length);
  }
  return tables;
}

/** The cells of a line; one where no "|" parts it. */
function cellsOf(text: string, start: number, end: number): Span[] {
  const line = trimmed(text, start, end);
  const cells: Span[] = [];
  let from = text[line.start] === "|" ? line.start + 1 : line.start;
  for (let at = from; at < line.end; at++) {
    // GFM 4.10: a bar with a backslash before it is one of the cell's own.
    if (text[at] !== "|" || text[at - 1] === "\\") continue;
    cells.push(trimmed(text, from, at));
    from = at + 1;
  }
  if (from < line.end) cells.push(trimmed(text, from, line.end));
  return cells;
}
