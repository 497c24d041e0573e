import type { LegalSummary } from "@tuhei/core";
import type { Messages } from "../messages/index.js";
import type { FileResult } from "../result.js";

/** What a report is made of. */
export interface ReportInput {
  readonly command: "scan" | "redact" | "verify";
  readonly files: readonly FileResult[];
  /** Of all files. */
  readonly legal: LegalSummary;
  readonly messages: Messages;
  readonly color: boolean;
  /** Redact: the output folder. */
  readonly out?: string;
  readonly dryRun: boolean;
}

/** A report format as data: one file each in this folder, one line in `index.ts`. */
export interface Report {
  readonly name: string;
  /** The whole report, ending with a line feed. Holds masked values only, unless the user asked for values. */
  render(input: ReportInput): string;
}
