import { commands } from "../../packages/cli/dist/commands/index.js";
import type { Messages } from "../../packages/cli/dist/messages/index.js";
import { globalOptions } from "../../packages/cli/dist/options.js";

/** An option as the command line declares it. */
export interface OptionEntry {
  readonly name: string;
  readonly describe?: string;
  readonly type?: "string" | "number" | "boolean";
  readonly choices?: readonly string[];
  readonly default?: unknown;
  readonly alias?: string | readonly string[];
  readonly demandOption?: boolean;
}

/** A command as the command line declares it. */
export interface CommandEntry {
  readonly name: string;
  /** What stands behind the name: "<action> [type]". */
  readonly positionals: string;
  readonly describe: string;
  readonly arguments: readonly OptionEntry[];
  readonly options: readonly OptionEntry[];
  readonly examples: readonly { readonly line: string; readonly describe: string }[];
}

/** What `--help` is made of, as data: commands in order of name, and the options that all of them take. */
export interface CommandTable {
  readonly commands: readonly CommandEntry[];
  readonly globals: readonly OptionEntry[];
}

/** The table of commands and options in one language, recorded from the declarations that the parser gets. */
export function commandTable(messages: Messages): CommandTable {
  return {
    commands: commands.map((command) => ({
      name: command.name,
      positionals: command.positionals,
      describe: messages.commands[command.name],
      ...recorded((yargs) => command.build(yargs, messages)),
    })),
    globals: recorded((yargs) => globalOptions(yargs, messages)).options,
  };
}

/** The parser. */
type Argv = Parameters<typeof globalOptions>[0];
type Definition = Omit<OptionEntry, "name">;

/** Runs a declaration on a recorder in the parser's place. */
function recorded(declare: (yargs: Argv) => unknown) {
  const options: OptionEntry[] = [];
  const positionals: OptionEntry[] = [];
  const examples: { line: string; describe: string }[] = [];
  const recorder = {
    check: () => recorder,
    option(name: string, { hidden, ...definition }: Definition & { hidden?: boolean }) {
      if (!hidden) options.push({ ...definition, name });
      return recorder;
    },
    positional(name: string, definition: Definition) {
      positionals.push({ ...definition, name });
      return recorder;
    },
    example(line: string, describe: string) {
      examples.push({ line: line.replace("$0", "tuhei"), describe });
      return recorder;
    },
  };
  declare(recorder as unknown as Argv);
  return { options, arguments: positionals, examples };
}
