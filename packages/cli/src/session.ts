import type { LegalCounter, OpenOptions, ScanOptions, Services } from "@tuhei/core";
import type { Messages } from "./messages/index.js";
import type { Progress } from "./progress.js";

/** What every command of one run works with. */
export interface Session {
  readonly messages: Messages;
  readonly services: Services;
  readonly open: OpenOptions;
  readonly scan: Pick<ScanOptions, "only" | "organisations" | "minScore">;
  readonly showValues: boolean;
  /** Counts the findings of all files of the run. */
  readonly legal: LegalCounter;
  readonly progress: Progress;
}
