import { createHash } from "node:crypto";
import { silencedNotes } from "./file-notes.js";
import { shownPath } from "./files.js";
import type { Messages } from "./messages/index.js";
import type { ReportInput } from "./reports/report.js";
import type { FileResult, ReportedFinding } from "./result.js";
import { shownReason } from "./shown-reason.js";
import { shownResidue } from "./shown-residue.js";
import { total } from "./summary-lines.js";
import { titleOf } from "./titles.js";

/** Something to say of a file, as every report for other tools shows it. Holds what a {@link ReportedFinding} holds and no more. */
export interface Entry {
  /** "finding" and "residue" are about the document, "incomplete" about what was not read, "note" about neither. */
  readonly kind: "finding" | "residue" | "incomplete" | "note";
  /** Kebab-case, never translated: an entity type, or the code of a gap or error. */
  readonly rule: string;
  /** "error" makes the exit code something else than 0. */
  readonly level: "error" | "warning" | "note";
  /** One line, in the user's language. */
  readonly message: string;
  /** Of the file it is about, relative to the working folder where it lies below it; forward slashes. */
  readonly path: string;
  readonly finding?: ReportedFinding;
  /** From 1. */
  readonly page?: number;
  /** Tells the entry from all others of the run, stays when lines are added above it; 32 hexadecimal digits. */
  readonly fingerprint: string;
}

/** 128 bits are enough for any number of entries. */
const FINGERPRINT_DIGITS = 32;

/** All entries of a run, in the order of the files. */
export function entriesOf(input: ReportInput): Entry[] {
  return input.files.flatMap((file) => withFingerprints(entriesOfFile(file, input)));
}

type Unmarked = Omit<Entry, "fingerprint">;

function entriesOfFile(file: FileResult, input: ReportInput): Unmarked[] {
  const { messages, command, dryRun, fails } = input;
  const path = shownPath(file.path);
  const { error } = file;
  const shown = command === "scan" || dryRun ? file.findings : [];
  const unlisted = shown.length > 0 ? total(file.counts) - shown.length : 0;
  return [
    ...(error ? [{ kind: "incomplete", rule: error.code, level: "error", message: error.message, path } as const] : []),
    ...file.gaps.map((gap) => {
      const message = `${atPage(gap.page, messages)}${messages.gaps[gap.code]}`;
      return { kind: "incomplete", rule: gap.code, level: "error", message, path, ...pageOf(gap) } as const;
    }),
    ...(file.residue ?? []).map((residue) => {
      const message = `${atPage(residue.page, messages)}${shownResidue(residue, input)}`;
      return { kind: "residue", rule: "residue", level: "error", message, path, ...pageOf(residue) } as const;
    }),
    ...file.warnings.map(
      ({ code, message }) => ({ kind: "note", rule: code, level: "warning", message, path }) as const,
    ),
    ...silencedNotes(file, input).map(
      (message) => ({ kind: "note", rule: "silenced", level: "note", message, path }) as const,
    ),
    ...shown.map((finding) => ({
      kind: "finding" as const,
      rule: finding.type,
      level: fails(finding) ? ("error" as const) : ("note" as const),
      message: `${titleOf(finding.type, input)} ${shownValue(finding)} (${placeOf(finding, messages)}; ${finding.confidence}; ${shownReason(finding.reason, input)})`,
      path,
      finding,
      ...(finding.page !== undefined && { page: finding.page }),
    })),
    ...(unlisted > 0
      ? [{ kind: "note", rule: "more", level: "warning", message: messages.report.more(unlisted), path } as const]
      : []),
  ];
}

/** "page 2: ", or nothing. */
function atPage(page: number | undefined, { report, colon }: Messages): string {
  return page === undefined ? "" : `${report.page(page)}${colon}`;
}

function pageOf({ page }: { readonly page?: number }): { readonly page?: number } {
  return page === undefined ? {} : { page };
}

/** What is shown of a value: itself only where the user asked for it. */
export function shownValue({ value, masked }: ReportedFinding): string {
  return value ?? masked;
}

/** "line 3", "page 2", or where it is hidden. */
export function placeOf({ page, line, metadata }: ReportedFinding, { report }: Messages): string {
  if (metadata !== undefined) return report.inMetadata(metadata);
  return line !== undefined ? report.line(line) : report.page(page ?? 1);
}

/** Made of what the report shows anyway, so that nothing can be guessed from it; equal entries are counted. */
function withFingerprints(entries: readonly Unmarked[]): Entry[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const key = JSON.stringify([entry.path, entry.rule, entry.finding?.masked ?? entry.page ?? entry.message]);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    const digest = createHash("sha256").update(`${key}${nth}`).digest("hex");
    return { ...entry, fingerprint: digest.slice(0, FINGERPRINT_DIGITS) };
  });
}
