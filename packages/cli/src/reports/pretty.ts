import { styleText } from "node:util";
import type { KindName } from "@tuhei/core";
import type { RasterReason } from "@tuhei/redactor";
import { placeOf, shownValue } from "../entries.js";
import { shownPath } from "../files.js";
import { legalLines } from "../legal-lines.js";
import type { Messages } from "../messages/index.js";
import { plainText } from "../plain-text.js";
import type { FileResult } from "../result.js";
import { summaryLines, total } from "../summary-lines.js";
import { titleOf, typeCounts } from "../titles.js";
import type { Report, ReportInput } from "./report.js";

/** Findings shown for one file; the rest is a number. */
const SHOWN_FINDINGS = 12;

/** For people, in their language. */
export const pretty: Report = {
  name: "pretty",
  render(input) {
    const lines = input.files.flatMap((file) => fileLines(file, input));
    return `${[...lines, "", ...summaryLines(input), ...(input.command === "scan" ? legalLines(input) : [])].join("\n")}\n`;
  },
};

type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

function fileLines(file: FileResult, input: ReportInput): string[] {
  const { messages, command } = input;
  const paint = painter(input.color);
  const heading = `${paint("bold", plainText(shownPath(file.path)))}${headline(file, input, paint)}`;
  const notes = [
    ...(file.error ? [paint("red", `✗ ${file.error.message}`)] : []),
    ...file.warnings.map((warning) => paint("yellow", `! ${warning}`)),
    ...file.gaps.map(({ code, page }) =>
      paint("yellow", `! ${page === undefined ? "" : `${messages.report.page(page)}: `}${messages.gaps[code]}`),
    ),
    ...(file.residue ?? []).map((leak) => paint("red", `✗ ${leak}`)),
    ...(file.removed?.length ? [`${messages.report.removed}: ${file.removed.join(", ")}`] : []),
    ...(file.kept?.length ? [`${messages.report.kept}: ${file.kept.join(", ")}`] : []),
    ...(file.keptTypes ? [paint("yellow", messages.report.keptTypes(typeCounts(file.keptTypes, input)))] : []),
    ...kindsNote(file, messages),
    ...rasterNotes(file, messages),
    ...lengthNote(file, messages),
  ];
  const findings = command === "scan" || input.dryRun ? findingLines(file, input, paint) : [];
  return [heading, ...notes.map((note) => `  ${note}`), ...findings];
}

/** Which documents are on the pages; each kind once. */
function kindsNote({ kinds = [] }: FileResult, { report, kinds: titles }: Messages): string[] {
  const names = [...new Set(kinds.map(({ kind }) => kind))];
  return names.length > 0 ? [report.kinds(names.map((name) => titles[name as KindName]).join(", "))] : [];
}

/** Which pages became pictures, by reason. */
function rasterNotes({ rasterized = [] }: FileResult, { report, rasterReasons }: Messages): string[] {
  const pages = new Map<RasterReason, number[]>();
  for (const { page, reason } of rasterized) pages.set(reason, [...(pages.get(reason) ?? []), page]);
  return [...pages].map(([reason, list]) => report.rasterized(list.join(", "), rasterReasons[reason]));
}

/** What bars and gaps still tell. */
function lengthNote({ lengthVisible = [] }: FileResult, { report }: Messages): string[] {
  if (lengthVisible.length === 0) return [];
  const places = lengthVisible.reduce((sum, page) => sum + page.places, 0);
  return [report.lengthVisible(places, lengthVisible.flatMap(({ page }) => page ?? []).join(", "))];
}

function headline(file: FileResult, input: ReportInput, paint: Paint): string {
  const { messages, command, dryRun } = input;
  if (file.error) return "";
  if (command === "redact" && !dryRun)
    return `  ${paint("green", `✓ ${messages.report.blackedOut(file.redactions ?? 0)}`)}  ${typeCounts(file.counts, input)}`;
  if (command === "verify") return file.verified ? `  ${paint("green", "✓")}` : "";
  return file.findings.length === 0 ? `  ${messages.report.nothing}` : "";
}

function findingLines({ findings, counts }: FileResult, input: ReportInput, paint: Paint): string[] {
  const { messages } = input;
  const all = total(counts);
  const shown = findings.slice(0, SHOWN_FINDINGS);
  const lines = shown.map(
    (finding) =>
      `  ${paint("red", titleOf(finding.type, input))}  ${shownValue(finding)}  ${paint("dim", `${placeOf(finding, messages)} · ${finding.confidence} · ${finding.reason}`)}`,
  );
  return all > shown.length ? [...lines, `  ${messages.report.more(all - shown.length)}`] : lines;
}

function painter(color: boolean): Paint {
  return color ? (format, text) => styleText(format, text, { validateStream: false }) : (_format, text) => text;
}
