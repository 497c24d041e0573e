import type { Span } from "../detector.js";

/** A table that stands in a text: where its header's cells are, and those of each row. Borders and quotes left out. */
export interface TextTable {
  readonly header: readonly Span[];
  readonly rows: readonly (readonly Span[])[];
}

/** A part of a text without the spaces around it. */
export function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** Where the line that holds `at` begins. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** Where the line that holds `at` ends, its line feed left out. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 13;
}
