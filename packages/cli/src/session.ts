import type { LegalCounter, OpenOptions, ScanOptions, Services } from "@tuhei/core";
import type { Settings } from "./config/settings.js";
import type { Messages } from "./messages/index.js";
import type { Progress } from "./progress.js";

/** What every command of one run works with. */
export interface Session {
  readonly messages: Messages;
  readonly services: Services;
  readonly open: OpenOptions;
  /** For the file that is worked on. */
  readonly scan: Omit<ScanOptions, "onPage" | "values">;
  readonly settings: Settings;
  readonly showValues: boolean;
  /** Counts the findings of all files of the run. */
  readonly legal: LegalCounter;
  readonly progress: Progress;
}
