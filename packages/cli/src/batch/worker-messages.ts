import type { CommandOptions } from "../commands/command.js";
import type { Config } from "../config/schema.js";
import type { Input } from "../inputs/input.js";
import type { Language } from "../messages/index.js";
import type { Outcome } from "./handle-file.js";

/** What a worker is told first. */
export interface Setup {
  readonly command: string;
  /** As parsed, without paths. */
  readonly options: CommandOptions;
  readonly config: Config;
  /** The folder from which the configuration's patterns count. */
  readonly base: string;
  readonly language: Language;
}

/** To a worker. */
export type ToWorker = { readonly setup: Setup } | { readonly input: Input };

/** From a worker: it is still reading the file, or done with it. `rss`: bytes of memory it holds. */
export type FromWorker =
  | { readonly kind: "page" }
  | { readonly kind: "done"; readonly outcome: Outcome; readonly rss: number };
