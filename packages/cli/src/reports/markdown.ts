import { type Entry, entriesOf } from "../entries.js";
import { shownPath } from "../files.js";
import { legalLines } from "../legal-lines.js";
import { summaryLines, total } from "../summary-lines.js";
import { typeCounts } from "../titles.js";
import type { Report, ReportInput } from "./report.js";

/** Rows of each table; the rest is a number. GitHub takes a summary of 1 MiB, and nobody reads a longer one. */
const MAX_ROWS = 500;

/** GitHub Flavored Markdown, for the summary of a job or a comment. */
export const markdown: Report = {
  name: "markdown",
  head: "# tuhei ",
  render(input) {
    const { messages, command } = input;
    const { columns } = messages.report;
    const summary = [...summaryLines(input), ...(command === "scan" ? legalLines(input) : [])];
    return `${[
      `# tuhei ${command}`,
      "",
      ...summary.map((line) => `- ${escaped(line.trim())}`),
      ...table(
        [columns.file, columns.found, columns.state],
        input.files.map((file) => fileRow(file, input)),
        input,
      ),
      ...table([columns.file, columns.place, columns.what], entriesOf(input).map(entryRow), input),
    ].join("\n")}\n`;
  },
};

function fileRow({ path, counts, status }: ReportInput["files"][number], input: ReportInput): string[] {
  return [code(shownPath(path)), `${total(counts)} ${escaped(typeCounts(counts, input))}`.trim(), status];
}

function entryRow({ path, finding, page, level, message }: Entry): string[] {
  const place = finding?.line ?? page;
  return [
    code(path),
    place === undefined ? "" : String(place),
    `${level === "note" ? "" : `**${level}** `}${escaped(message)}`,
  ];
}

function table(head: readonly string[], rows: readonly string[][], { messages }: ReportInput): string[] {
  if (rows.length === 0) return [];
  const lines = [head, head.map(() => "---"), ...rows.slice(0, MAX_ROWS)].map((cells) => `| ${cells.join(" | ")} |`);
  const rest = rows.length - MAX_ROWS;
  return ["", ...lines, ...(rest > 0 ? ["", messages.report.moreRows(rest)] : [])];
}

/** Nothing of a file's name or a value is read as markup. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|<>~&@]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\r\n]+/g, " ");
}

function code(text: string): string {
  return `<code>${escaped(text)}</code>`;
}
