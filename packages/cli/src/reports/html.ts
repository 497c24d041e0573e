import { createHash } from "node:crypto";
import { legalLines } from "../legal-lines.js";
import { countsByType, summaryLines, total } from "../summary-lines.js";
import { titleOf } from "../titles.js";
import { version } from "../version.js";
import { fileSection } from "./html/file-section.js";
import { type Markup, markup } from "./html/markup.js";
import { style } from "./html/style.js";
import type { Report, ReportInput } from "./report.js";

/** Files listed one by one, those first that need a look; the rest is a number. */
const MAX_FILES = 2_000;

/** The page may show its own pictures and this style, and load, run or send nothing: CSP Level 3, 2.2.1 and 2.3.1. */
const POLICY = [
  "default-src 'none'",
  "img-src data:",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** What an earlier report of ours begins with. */
const HEAD = "<!doctype html>\n<!-- tuhei report -->\n";

/** One page for people that needs nothing beside it: no script, no font, no network. */
export const html: Report = {
  name: "html",
  head: HEAD,
  render: (input) => `${HEAD}${page(input).html}\n`,
};

function page(input: ReportInput): Markup {
  const { command, messages, files } = input;
  const title = `tuhei ${command} · ${messages.commands[command]}`;
  return markup`<html lang="${messages.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<h1>${title}</h1>
<ul>${summaryLines(input).map((line) => markup`<li>${line}</li>`)}</ul>
${types(input)}${legal(input)}<h2>${messages.report.columns.file}</h2>
${needingALook(files)
  .slice(0, MAX_FILES)
  .map((file) =>
    fileSection(file, input),
  )}${files.length > MAX_FILES ? markup`<p>${messages.report.moreFiles(files.length - MAX_FILES)}</p>` : undefined}
<p class="dim">tuhei ${version()}</p>
</body>
</html>`;
}

/** What is not in order first, then what has findings; otherwise as they came. */
function needingALook(files: ReportInput["files"]): ReportInput["files"] {
  const rank = ({ status, residue, counts }: ReportInput["files"][number]) =>
    status !== "ok" || residue?.length ? 0 : total(counts) > 0 ? 1 : 2;
  return [...files].sort((a, b) => rank(a) - rank(b));
}

function types(input: ReportInput): Markup {
  const { report } = input.messages;
  const counts = Object.entries(countsByType(input.files));
  if (counts.length === 0) return markup``;
  return markup`<h2>${report.types}</h2>
<table><tbody>${counts.map(
    ([type, count]) =>
      markup`<tr><td>${titleOf(type, input)}</td><td><code>${type}</code></td><td class="number">${count}</td></tr>
`,
  )}</tbody></table>
`;
}

function legal(input: ReportInput): Markup {
  const [title, ...lines] = input.command === "scan" ? legalLines(input) : [];
  if (title === undefined) return markup``;
  return markup`<h2>${title}</h2>
<ul>${lines.map((line) => markup`<li>${line.trim()}</li>`)}</ul>
`;
}
