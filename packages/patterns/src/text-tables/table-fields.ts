import type { EntityType, Span } from "../detector.js";
import { typesNamed } from "../fields.js";
import { firstWhere } from "../first-where.js";
import { type Labels, labelIn } from "../labels.js";
import type { Field } from "../pass.js";
import { htmlTables } from "./html-tables.js";
import { markdownTables } from "./markdown-tables.js";
import { partedColumns } from "./parted-columns.js";
import { sqlInserts } from "./sql-inserts.js";
import type { TextTable } from "./table.js";

/** What the headers of the tables in a text say of their cells. */
export interface TableFields {
  /** Cells whose column's header names a type; in order of place. */
  readonly fields: readonly Field[];
  /** The header rows: they hold labels, no values. In order of place. */
  readonly headers: readonly Span[];
}

/** How many headers of a line of plain text must name types, unless all are labels: one may be a word of any sentence. */
const MIN_LABELS = 2;
/** A longer cell is no header. */
const MAX_HEADER_CELL = 32;

/** A label with its value, as in a form: 姓名 张三. */
const WITH_VALUE = /^\p{Script=Han}{2,} +\p{Script=Han}/u;

/** Emphasis and quotes around a header: **姓名**, `phone`. */
const MARKS = /^[*_`"']{1,4}|[*_`"']{1,4}$/g;

/** Cells of tables in Markdown, HTML, SQL and plain text, labelled by the header of their column. */
export function tableFields(labels: Labels, text: string): TableFields {
  const typesOf = (cell: string) =>
    cell.length > MAX_HEADER_CELL || WITH_VALUE.test(cell) ? [] : typesNamed(labels, cell.replace(MARKS, ""));
  const isHeader = (cells: readonly string[], strictly = false) => {
    const typed = cells.filter((cell) => typesOf(cell).length > 0).length;
    if (typed < MIN_LABELS) return typed > 0 && cells.every((cell) => labelIn(labels, cell)?.end === cell.length);
    return !strictly || cells.filter((cell) => labelIn(labels, cell)).length * 2 > cells.length;
  };
  const tables = [
    ...markdownTables(text),
    ...htmlTables(text),
    ...sqlInserts(text),
    ...partedColumns(text, isHeader),
  ].sort((a, b) => a.header[0]!.start - b.header[0]!.start);
  const fields: Field[] = [];
  const headers: Span[] = [];
  let end = 0;
  for (const { header, rows } of tables) {
    const columns = header.map((cell) => typesOf(text.slice(cell.start, cell.end)));
    // Two readings of one table: the first holds.
    if (header[0]!.start < end || columns.every((types) => types.length === 0)) continue;
    headers.push({ start: header[0]!.start, end: header.at(-1)!.end });
    for (const row of rows) if (row.length === header.length) fields.push(...fieldsOfRow(text, header, columns, row));
    end = rows.at(-1)?.at(-1)?.end ?? header.at(-1)!.end;
  }
  return { fields, headers };
}

/** Whether a span lies in one of the headers. */
export function isInHeader(headers: readonly Span[], { start, end }: Span): boolean {
  const header = headers[firstWhere(headers.length, (index) => headers[index]!.end >= end)];
  return header !== undefined && header.start <= start;
}

function fieldsOfRow(
  text: string,
  header: TextTable["header"],
  columns: readonly (readonly EntityType[])[],
  row: readonly Span[],
): Field[] {
  return row.flatMap(({ start, end }, column) => {
    const entityTypes = columns[column]!;
    if (entityTypes.length === 0 || start === end) return [];
    const label = text.slice(header[column]!.start, header[column]!.end);
    return [{ start, end, reach: end, label, entityTypes }];
  });
}
