import type { LegalSummary } from "@tuhei/core";
import type { Detector } from "@tuhei/patterns";
import type { BaselineSummary } from "../baseline/baseline-summary.js";
import type { Messages } from "../messages/index.js";
import type { FileResult, ReportedFinding } from "../result.js";

/** What a report is made of. */
export interface ReportInput {
  readonly command: "scan" | "redact" | "verify";
  readonly files: readonly FileResult[];
  /** How many of them an earlier run that was stopped had done. */
  readonly resumed: number;
  /** Of all files. */
  readonly legal: LegalSummary;
  readonly messages: Messages;
  readonly color: boolean;
  /** Redact: the output folder. */
  readonly out?: string;
  readonly dryRun: boolean;
  /** The user's own. */
  readonly detectors: readonly Detector[];
  /** The file with the user's configuration, and how many inputs it leaves out. */
  readonly config?: { readonly path: string; readonly skipped: number };
  /** The user's ignore file, and how many files and folders it leaves out. */
  readonly ignoreFile?: { readonly path: string; readonly entries: number };
  /** The history of the user's own repository, where it lies among the inputs: it was left out. */
  readonly gitHistory?: string;
  /** What the user's baseline did; left out where none counts. */
  readonly baseline?: BaselineSummary;
  /** Whether a finding makes the exit code 1. */
  readonly fails: (finding: ReportedFinding) => boolean;
}

/** A report format as data: one file each in this folder, one line in `index.ts`. */
export interface Report {
  readonly name: string;
  /** The whole report, in UTF-8 where it is bytes, ending with a line feed. Holds masked values only, unless the user asked for values. */
  render(input: ReportInput): string | Uint8Array;
  /** The part of one file, where the report is nothing but such parts: written as soon as the file is done. */
  readonly renderFile?: (file: FileResult) => string | Uint8Array;
  /** Of a file it shows what `fileJson` says of it, and nothing else. */
  readonly isJson?: true;
  /** How many findings of a file it shows at most; left out: all that are listed. */
  readonly mostShown?: number;
  /** What a report of ours begins with, so that an earlier one is known again and not taken for an input. */
  readonly head?: string;
  /** A further report that is appended to the file which this environment variable names. */
  readonly beside?: { readonly variable: string; readonly report: Report };
}
