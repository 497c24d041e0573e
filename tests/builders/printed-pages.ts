/** The words of a document on a page, as somebody lays them out. */
export interface PageLayout {
  readonly name: string;
  /** @param text of several lines @param font as a style sheet names it */
  html(text: string, font: string): string;
}

/** Fonts that Chromium embeds in different ways. */
export const PRINTED_FONTS = ["Noto Sans CJK SC", "WenQuanYi Micro Hei", "Noto Serif CJK SC"] as const;

/** How documents come to be PDFs in a browser: whole lines, columns, narrow justified lines, letters spaced out, tables. */
export const PAGE_LAYOUTS: readonly PageLayout[] = [
  { name: "lines", html: lines("font-size: 12px") },
  { name: "two columns", html: lines("font-size: 13px; column-count: 2") },
  { name: "narrow, justified", html: lines("font-size: 14px; width: 260px; text-align: justify") },
  { name: "spaced out", html: lines("font-size: 13px; letter-spacing: 2px") },
  { name: "ruled table", html: table("font-size: 12px", "border: 1px solid; word-break: break-all") },
  {
    name: "ruled table, narrow cells",
    html: table("font-size: 11px; table-layout: fixed; width: 100%", "border: 1px solid; text-align: center"),
  },
  {
    name: "table without rules, very narrow",
    html: table("font-size: 11px; table-layout: fixed; width: 420px", "text-align: center; word-break: break-all"),
  },
];

function lines(style: string): PageLayout["html"] {
  return (text, font) => page(`<div style="white-space: pre-wrap; ${style}">${escaped(text)}</div>`, font);
}

/** A row for each line, a cell for each part of it; a line that is one part runs over all columns. */
function table(style: string, cellStyle: string): PageLayout["html"] {
  return (text, font) => {
    const rows = text.split(/\r?\n/).filter((line) => line.trim() !== "");
    const columns = Math.max(...rows.map((row) => cellsOf(row).length));
    const cell = (words: string, span: number) =>
      `<td colspan="${span}" style="padding: 2px; overflow-wrap: anywhere; ${cellStyle}">${escaped(words.trim())}</td>`;
    const row = (cells: readonly string[]) =>
      `<tr>${cells.map((words) => cell(words, cells.length === 1 ? columns : 1)).join("")}</tr>`;
    const body = rows.map((line) => row(cellsOf(line))).join("");
    return page(`<table style="border-collapse: collapse; ${style}">${body}</table>`, font);
  };
}

const SEPARATORS = ["\t", ",", "|", ";"];

/** Parts by whatever parts a line in three or more, or a label and its value. */
function cellsOf(line: string): readonly string[] {
  const parted = [...SEPARATORS.map((separator) => line.split(separator)), line.split(/\s{2,}/)];
  const cells = parted.find(({ length }) => length > 2);
  return cells ?? /^([^：:]{1,12})[：:](.+)$/.exec(line)?.slice(1) ?? [line];
}

function page(body: string, font: string): string {
  return `<!doctype html><meta charset="utf-8"><style>@page { size: A4; margin: 1cm } * { font-family: "${font}" }</style>${body}`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
