import { styleText } from "node:util";
import { placeOf, shownValue } from "../entries.js";
import { type FileNote, fileNotes } from "../file-notes.js";
import { shownPath } from "../files.js";
import { legalLines } from "../legal-lines.js";
import { plainText } from "../plain-text.js";
import type { FileResult } from "../result.js";
import { shownReason } from "../shown-reason.js";
import { summaryLines, total } from "../summary-lines.js";
import { titleOf, typeCounts } from "../titles.js";
import type { Report, ReportInput } from "./report.js";

/** Findings shown for one file; the rest is a number. */
const SHOWN_FINDINGS = 12;

/** For people, in their language. */
export const pretty: Report = {
  name: "pretty",
  mostShown: SHOWN_FINDINGS,
  render(input) {
    const lines = input.files.flatMap((file) => fileLines(file, input));
    return `${[...lines, "", ...summaryLines(input), ...(input.command === "scan" ? legalLines(input) : [])].join("\n")}\n`;
  },
};

type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

function fileLines(file: FileResult, input: ReportInput): string[] {
  const { command } = input;
  const paint = painter(input.color);
  const heading = `${paint("bold", plainText(shownPath(file.path)))}${headline(file, input, paint)}`;
  const notes = fileNotes(file, input).map(({ level, text }) => shownNote(level, text, paint));
  const findings = command === "scan" || input.dryRun ? findingLines(file, input, paint) : [];
  return [heading, ...notes.map((note) => `  ${note}`), ...findings];
}

function shownNote(level: FileNote["level"], text: string, paint: Paint): string {
  if (level === "note") return text;
  return level === "error" ? paint("red", `✗ ${text}`) : paint("yellow", `! ${text}`);
}

function headline(file: FileResult, input: ReportInput, paint: Paint): string {
  const { messages, command, dryRun } = input;
  if (file.error) return "";
  if (command === "redact" && !dryRun)
    return `  ${paint("green", `✓ ${messages.report.blackedOut(file.redactions ?? 0)}`)}  ${typeCounts(file.counts, input)}`;
  if (command === "verify") return file.verified ? `  ${paint("green", "✓")}` : "";
  return file.findings.length === 0 && !file.known && !file.silenced ? `  ${messages.report.nothing}` : "";
}

function findingLines({ findings, counts }: FileResult, input: ReportInput, paint: Paint): string[] {
  const { messages } = input;
  const all = total(counts);
  const shown = findings.slice(0, SHOWN_FINDINGS);
  const lines = shown.map(
    (finding) =>
      `  ${paint("red", titleOf(finding.type, input))}  ${shownValue(finding)}  ${paint("dim", `${placeOf(finding, messages)} · ${finding.confidence} · ${shownReason(finding.reason, input)}`)}`,
  );
  return all > shown.length ? [...lines, `  ${messages.report.more(all - shown.length)}`] : lines;
}

function painter(color: boolean): Paint {
  return color ? (format, text) => styleText(format, text, { validateStream: false }) : (_format, text) => text;
}
