import type { LegalSummaryOptions, OpenOptions, ScanOptions, Services } from "@tuhei/core";
import type { OpenBaseline } from "./baseline/open-baseline.js";
import type { Settings } from "./config/settings.js";
import type { Messages } from "./messages/index.js";

/** What every file of one run is worked on with. */
export interface Session {
  readonly messages: Messages;
  readonly services: Services;
  readonly open: OpenOptions;
  /** For the file that is worked on. */
  readonly scan: Omit<ScanOptions, "onPage" | "values">;
  readonly settings: Settings;
  readonly showValues: boolean;
  /** Findings of a file that are listed, at most: no report of the run shows more. */
  readonly mostListed: number;
  /** Findings that reports show which are not JSON, where some are and a file's JSON is made in the process that worked on it. */
  readonly besideJson?: number;
  /** Whether marks in a text silence findings. */
  readonly inlineIgnores: boolean;
  readonly looksForFaces: boolean;
  /** Left out where none counts. */
  readonly baseline?: OpenBaseline;
  /** How findings are counted by law. */
  readonly legal: LegalSummaryOptions;
  /** Told after each page that was read. */
  readonly onPage: () => void;
}
