import type { Argv } from "yargs";
import type { Messages } from "../messages/index.js";
import type { RunPlan } from "../run-plan.js";

/** A command as data: one file each in this folder, one line in `index.ts`. */
export interface Command {
  readonly name: "redact" | "scan" | "verify";
  /** Its options, with examples. */
  build(yargs: Argv, messages: Messages): Argv;
  /** What it does with each file. `options` are those that `build` declared. Asked for in every process of a run. */
  plan(options: CommandOptions, messages: Messages): RunPlan | Promise<RunPlan>;
}

/** Parsed options, checked where they are used. */
export type CommandOptions = Readonly<Record<string, unknown>>;
