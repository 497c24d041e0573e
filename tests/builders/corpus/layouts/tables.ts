import type { Chance } from "../chance.ts";
import type { Language } from "../fields.ts";
import { type CorpusDocument, documentOf, joined, type Piece, say, type Text } from "../planted.ts";
import { type Row, recordsOf, spelled } from "./records.ts";

const LANGUAGES: readonly Language[] = ["zh", "zh", "zh", "hant", "en", "pinyin"];

/** CSV, TSV and semicolons, quoted or not. */
export function separated(c: Chance, name: string): CorpusDocument {
  const rows = rowsOf(c, c.from(3, 12));
  const [between, ending] = c.pick([
    [",", "csv"],
    [",", "csv"],
    ["\t", "tsv"],
    [";", "csv"],
  ] as const);
  const quote = between === "," && c.oneIn(3) ? '"' : "";
  const cell = (piece: Piece): Text => say`${quote}${piece}${quote}`;
  const lines = [rows[0]!.map(({ label }) => cell(label)), ...rows.map((row) => row.map(({ value }) => cell(value)))];
  const eol = c.oneIn(3) ? "\r\n" : "\n";
  const text = joined(
    lines.map((line) => joined(line, between)),
    eol,
  );
  return documentOf(`${name}.${ending}`, "table: separated", say`${text}${eol}`);
}

/** A Markdown table below a sentence. */
export function markdown(c: Chance, name: string): CorpusDocument {
  const rows = rowsOf(c, c.from(2, 8));
  const line = (cells: readonly Piece[]): Text => say`| ${joined(cells, " | ")} |`;
  const lines = [
    line(rows[0]!.map(({ label }) => label)),
    line(rows[0]!.map(() => "---")),
    ...rows.map((row) => line(row.map(({ value }) => value))),
  ];
  return documentOf(
    `${name}.md`,
    "table: Markdown",
    say`## ${c.pick(["名单", "本周数据", "导出结果", "核对表"])}\n\n${joined(lines, "\n")}\n`,
  );
}

/** An HTML table, the header in th. */
export function html(c: Chance, name: string): CorpusDocument {
  const rows = rowsOf(c, c.from(2, 6));
  const head = joined(
    rows[0]!.map(({ label }) => `<th>${label}</th>`),
    "",
  );
  const body = rows.map(
    (row) =>
      say`<tr>${joined(
        row.map(({ value }) => say`<td>${value}</td>`),
        c.pick(["", "\n    "]),
      )}</tr>`,
  );
  const text = say`<html><body>\n<table class="grid">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${joined(body, "\n")}\n</tbody></table>\n</body></html>\n`;
  return documentOf(`${name}.html`, "table: HTML", text);
}

/** INSERT statements, with the names of the columns. */
export function sql(c: Chance, name: string): CorpusDocument {
  const rows = recordsOf(c, c.from(2, 7), c.pick(["en", "en", "pinyin"]));
  const columns = joined(
    rows[0]!.map(({ label }) => `\`${spelled(label, c.pick(["snake", "snake", "upper"]))}\``),
    ", ",
  );
  const values = rows.map(
    (row) =>
      say`(${joined(
        row.map(({ value }) => (isNumber(value) ? value : say`'${value}'`)),
        ", ",
      )})`,
  );
  const into = say`INSERT INTO \`t_${c.pick(["customer", "order", "user_info", "member"])}\` (${columns}) VALUES `;
  const text = c.oneIn(2)
    ? say`${into}\n${joined(values, ",\n")};\n`
    : joined(
        values.map((value) => say`${into}${value};`),
        "\n",
      );
  return documentOf(`${name}.sql`, "table: SQL", text);
}

/** A table of plain text, columns parted by spaces. */
export function spaced(c: Chance, name: string): CorpusDocument {
  const rows = rowsOf(c, c.from(2, 7));
  const between = c.pick(["\t", "    ", "  "]);
  const lines = [
    joined(
      rows[0]!.map(({ label }) => label),
      between,
    ),
    ...rows.map((row) =>
      joined(
        row.map(({ value }) => value),
        between,
      ),
    ),
  ];
  return documentOf(
    `${name}.txt`,
    "table: spaces",
    say`${c.pick(["", "附表一\n", "统计如下：\n"])}${joined(lines, "\n")}\n`,
  );
}

function rowsOf(c: Chance, count: number): readonly Row[] {
  const language = c.pick(LANGUAGES);
  const style = language === "en" ? c.pick(["snake", "camel", "spaced"] as const) : "snake";
  return recordsOf(c, count, language).map((row) =>
    row.map(({ label, value }) => ({ label: spelled(label, style), value })),
  );
}

function isNumber(piece: Piece): boolean {
  return typeof piece === "string" && /^\d{1,9}(\.\d+)?$/.test(piece);
}
