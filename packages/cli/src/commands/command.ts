import type { Argv } from "yargs";
import type { Messages } from "../messages/index.js";

/** A command as data: one file each in this folder, one line in `index.ts`. */
export interface Command {
  readonly name: "redact" | "scan" | "verify";
  /** Its options, with examples. */
  build(yargs: Argv, messages: Messages): Argv;
  /** Resolves to the exit code. `options` are those that `build` declared. */
  run(options: CommandOptions, messages: Messages): Promise<number>;
}

/** Parsed options, checked where they are used. */
export type CommandOptions = Readonly<Record<string, unknown>>;
