import type { Span } from "../detector.js";
import { type TextTable, trimmed } from "./table.js";

/** INSERT INTO t (a, b) VALUES, as SQL dumps write it; ISO/IEC 9075-2, 14.11. */
const INSERT = /\binto\s{1,8}[^\s()]{1,128}\s{0,8}\(([^()]{1,4000})\)\s{0,8}values\s{0,8}(?=\()/gi;

/** The rows of INSERT statements that name their columns. */
export function sqlInserts(text: string): TextTable[] {
  if (!text.includes("INTO ") && !text.includes("into ")) return [];
  const tables: TextTable[] = [];
  INSERT.lastIndex = 0;
  for (let found = INSERT.exec(text); found; found = INSERT.exec(text)) {
    const columns = found[1]!;
    const start = found.index + found[0].indexOf("(") + 1;
    const rows: Span[][] = [];
    let at = INSERT.lastIndex;
    while (text[at] === "(") {
      const row = rowAt(text, at);
      rows.push(row.cells);
      at = afterComma(text, row.end);
    }
    tables.push({ header: namesIn(columns, start), rows });
    INSERT.lastIndex = Math.max(at, INSERT.lastIndex);
  }
  return tables;
}

function namesIn(columns: string, start: number): Span[] {
  const names: Span[] = [];
  let from = 0;
  for (const name of columns.split(",")) {
    names.push(unquoted(columns, start, trimmed(columns, from, from + name.length)));
    from += name.length + 1;
  }
  return names;
}

function rowAt(text: string, start: number): { readonly cells: Span[]; readonly end: number } {
  const cells: Span[] = [];
  let [from, quote] = [start + 1, ""];
  for (let at = from; at < text.length; at++) {
    const character = text[at]!;
    if (quote !== "") {
      if (character === "\\") at++;
      // A quote that is doubled opens again at once: no character stands between.
      else if (character === quote) quote = "";
    } else if (character === "'" || character === '"') quote = character;
    else if (character === "," || character === ")") {
      cells.push(unquoted(text, 0, trimmed(text, from, at)));
      from = at + 1;
      if (character === ")") return { cells, end: from };
    }
  }
  return { cells, end: text.length };
}

function unquoted(text: string, offset: number, { start, end }: Span): Span {
  const isQuoted = end - start >= 2 && /["'`]/.test(text[start]!) && text[end - 1] === text[start];
  const inner = isQuoted ? 1 : 0;
  return { start: offset + start + inner, end: offset + end - inner };
}

function afterComma(text: string, start: number): number {
  let at = start;
  while (at < text.length && /[\s,]/.test(text[at]!)) at++;
  return at;
}
