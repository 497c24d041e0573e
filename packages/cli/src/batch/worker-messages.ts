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
  /** Threads of an engine; left out: as many as one process alone takes. */
  readonly threads?: number;
}

/** To a worker. */
export type ToWorker = { readonly setup: Setup } | { readonly inputs: readonly Input[] };

/** From a worker: it is still reading the n-th of the inputs, or done with the next ones. `rss`: bytes of memory it holds. */
export type FromWorker =
  | { readonly kind: "page"; readonly index: number }
  | { readonly kind: "done"; readonly outcomes: readonly Outcome[]; readonly rss: number };
