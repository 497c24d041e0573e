import type { BaselineUse } from "./baseline/open-baseline.js";
import type { Settings } from "./config/settings.js";
import type { CheckedSource } from "./files.js";
import type { Input } from "./inputs/input.js";
import type { ReportInput } from "./reports/report.js";
import type { FileResult, ReportedFinding } from "./result.js";
import type { Session } from "./session.js";

/** What a command does with one file. Throws a TuheiError for what is that file's fault. Whatever it throws, the run goes on with the next. */
export type HandleFile = (input: Input, source: CheckedSource, session: Session) => Promise<FileResult>;

/** A file that is done, with what `FileResult.entries` says of the baseline. */
export interface FinishedFile extends Pick<FileResult, "path"> {
  readonly entries: readonly string[];
}

/** How a run differs between commands. */
export interface RunPlan {
  readonly command: ReportInput["command"];
  readonly handle: HandleFile;
  /** The exit code when everything was fully handled. */
  readonly exitCode: (files: readonly FileResult[], settings: Settings) => number;
  /** Whether a finding makes the exit code 1; none does where it is left out. */
  readonly fails?: (finding: ReportedFinding, session: Pick<Session, "scan" | "settings">) => boolean;
  /** The output folder of `redact`. */
  readonly out?: string;
  /** The file that an input is written to; left out where nothing is written. */
  readonly outputOf?: (input: Input) => string;
  readonly dryRun?: boolean;
  /** What becomes of the user's baseline. Left out: neither it nor inline marks count, since what they silence would stay in a copy. */
  readonly baseline?: BaselineUse;
  /** What is done when all files are. Resolves to the exit code where it, and not the findings, says so. */
  readonly finish?: (
    files: readonly FinishedFile[],
    session: Pick<Session, "baseline" | "settings">,
  ) => Promise<number | undefined>;
  /** The report goes to standard error, because standard output is taken by a file. */
  readonly reportToStderr?: boolean;
}
