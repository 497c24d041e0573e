import type { Argv } from "yargs";
import type { Messages } from "../messages/index.js";
import type { RunPlan } from "../run-plan.js";

/** What every command has; a command is data: one file each in this folder, one line in `index.ts`. */
interface Named {
  readonly name: keyof Messages["commands"];
  /** What stands behind its name, as the parser takes it: "<action> [type]". */
  readonly positionals: string;
  /** Its options, with examples. */
  build(yargs: Argv, messages: Messages): Argv;
}

/** A command that works through files. */
export interface FileCommand extends Named {
  /** What it does with each file. `options` are those that `build` declared. Asked for in every process of a run. */
  plan(options: CommandOptions, messages: Messages): RunPlan | Promise<RunPlan>;
}

/** A command that reads no documents. */
export interface OwnCommand extends Named {
  /**
   * Does it and resolves to the exit code.
   *
   * @throws {UsageError}
   */
  run(options: CommandOptions, messages: Messages): Promise<number>;
}

/** Either. */
export type Command = FileCommand | OwnCommand;

/** Whether a command works through files. */
export function isFileCommand(command: Command): command is FileCommand {
  return "plan" in command;
}

/** Parsed options, checked where they are used. */
export type CommandOptions = Readonly<Record<string, unknown>>;
