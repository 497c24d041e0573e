import { textFormats } from "@tuhei/core";
import { placeOf, shownValue } from "../../entries.js";
import { fileNotes } from "../../file-notes.js";
import { shownPath } from "../../files.js";
import type { FileResult } from "../../result.js";
import { shownReason } from "../../shown-reason.js";
import { total } from "../../summary-lines.js";
import { titleOf, typeCounts } from "../../titles.js";
import type { ReportInput } from "../report.js";
import { type Markup, markup } from "./markup.js";

/** Findings listed of one file; the rest is a number. */
const MAX_FINDINGS = 500;

/** One file: status, what was found and why, what was not read, and what the copy looks like. Open where something is to be seen. */
export function fileSection(file: FileResult, input: ReportInput): Markup {
  const { messages } = input;
  const { path, status, counts, format } = file;
  const found = total(counts);
  const needsALook = status !== "ok" || file.residue?.length || file.thumbnails?.uris.length;
  const open = needsALook ? markup` open` : markup``;
  const facts = [
    messages.report.states[status],
    ...(format === undefined ? [] : [format]),
    ...(found > 0 ? [typeCounts(counts, input)] : []),
    ...(file.redactions !== undefined && !input.dryRun ? [messages.report.blackedOut(file.redactions)] : []),
  ];
  return markup`<details${open}><summary><code>${shownPath(path)}</code> <span class="${status}">${facts.join(" · ")}</span></summary>
${notes(file, input)}${pictures(file, input)}${findings(file, input)}</details>
`;
}

function notes(file: FileResult, input: ReportInput): Markup {
  const list = fileNotes(file, input);
  if (list.length === 0) return markup``;
  return markup`<ul>${list.map(({ level, text }) => markup`<li class="${level}">${text}</li>`)}</ul>
`;
}

function pictures({ thumbnails, output, format }: FileResult, { messages: { report } }: ReportInput): Markup {
  const hasPages = output !== undefined && format !== undefined && !textFormats.includes(format);
  if (!thumbnails && hasPages)
    return markup`<p class="dim">${report.pagesNotShown}</p>
`;
  if (!thumbnails || thumbnails.pages === 0) return markup``;
  const { uris, pages } = thumbnails;
  const shown = uris.map((uri, index) => markup`<img src="${uri}" alt="${report.page(index + 1)}">`);
  const rest = uris.length < pages ? markup`<p class="dim">${report.pagesShown(uris.length, pages)}</p>` : markup``;
  return markup`<div class="pages">${shown}</div>${rest}
`;
}

function findings({ findings: all, counts }: FileResult, input: ReportInput): Markup {
  const { report } = input.messages;
  const shown = all.slice(0, MAX_FINDINGS);
  if (shown.length === 0) return markup``;
  const rest = total(counts) - shown.length;
  const { kind, value, place, score, reason } = report.columns;
  return markup`<table><thead><tr>${[kind, value, place, score, reason].map((name) => markup`<th>${name}</th>`)}</tr></thead><tbody>
${shown.map(
  (
    finding,
  ) => markup`<tr><td>${titleOf(finding.type, input)}</td><td class="value">${shownValue(finding)}</td><td>${placeOf(finding, input.messages)}</td><td class="number">${finding.confidence}</td><td class="dim">${shownReason(finding.reason, input)}</td></tr>
`,
)}</tbody></table>${rest > 0 ? markup`<p class="dim">${report.more(rest)}</p>` : markup``}
`;
}
