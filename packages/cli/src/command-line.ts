import yargs, { type Argv } from "yargs";
import { isFileCommand } from "./commands/command.js";
import { commands } from "./commands/index.js";
import { COMPLETIONS, fishScript, isFish, offered, valuesFor } from "./completion.js";
import { describeDefect } from "./defect.js";
import { type ExitReason, exitCodes } from "./exit-codes.js";
import { languageOf } from "./language.js";
import { catalogues, type Messages } from "./messages/index.js";
import { globalOptions, STANDARD_INPUT } from "./options.js";
import { OutputLost, print, watchStreams } from "./print.js";
import { runFiles } from "./run.js";
import { nearest, suggestChoice, suggestOption } from "./suggest.js";
import { UsageError } from "./usage-error.js";
import { version } from "./version.js";

/** Runs the command line and resolves to the exit code. The only place where errors are caught for good. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const language = languageOf(args, process.env);
  const messages = catalogues[language];
  let exitCode: number = exitCodes.ok;
  const parser = parserFor(args, messages, language, (code) => {
    exitCode = code;
  });
  // Libraries warn about what they see in a file, in its own words.
  console.warn = () => undefined;
  watchStreams();
  try {
    const completed = completedBy(args);
    if (completed === undefined) await parser.parseAsync(withDashes(args));
    else await print(completed);
    // Whatever was printed before is taken when this is.
    await print("");
    return exitCode;
  } catch (error) {
    // A line that is being typed is not wrong yet.
    return args[0] === COMPLETIONS ? exitCodes.ok : explain(error, messages);
  }
}

/** What the parser offers for a line that is typed, through {@link offered}. */
function complete(
  current: string,
  _argv: unknown,
  known: (told: (error: Error | null, words: string[] | undefined) => void) => void,
  done: (words: string[]) => void,
): void {
  known((_error, words = []) => done(offered(current, words)));
}

/** What the parser knows nothing of: values that complete a line, and the script of fish. */
function completedBy([first, ...words]: readonly string[]): string | undefined {
  if (first === "completion" && words.length === 0 && isFish(process.env)) return fishScript;
  const values = first === COMPLETIONS ? valuesFor(words) : undefined;
  return values && `${values.join("\n")}\n`;
}

/** Options whose value may be "-", in full. */
const DASH_OPTIONS: Readonly<Record<string, string>> = {
  "-o": "--out",
  "--files-from": "--files-from",
  "--out": "--out",
  "--report": "--report",
};

/** The parser drops a "-" that stands alone: `--out -` as `--out=-`, and a path as {@link STANDARD_INPUT}. */
function withDashes(args: readonly string[]): string[] {
  return args.flatMap((arg, index) => {
    if (arg === "-") return DASH_OPTIONS[args[index - 1] ?? ""] ? [] : [STANDARD_INPUT];
    const option = DASH_OPTIONS[arg];
    return option && args[index + 1] === "-" ? [`${option}=-`] : [arg];
  });
}

/** What the parser knows of the command that is parsed. */
interface Parsed {
  readonly parsed: { readonly argv: Readonly<Record<string, unknown>> } | false;
  getOptions(): { readonly key: object; readonly choices: Readonly<Record<string, readonly string[]>> };
}

/** What the parser does behind its types. */
interface Internals {
  getInternalMethods(): { getUsageInstance(): { cacheHelpMessage: () => void } };
}

function parserFor(args: readonly string[], messages: Messages, language: string, done: (exitCode: number) => void) {
  const epilogue = messages.usage.epilogue(
    Object.entries(exitCodes).map(([reason, code]) => `${code} ${messages.exitCodes[reason as ExitReason]}`),
  );
  const names = commands.map(({ name }) => name).join(messages.legal.comma);
  const parser: Argv = globalOptions(yargs(), messages)
    .scriptName("tuhei")
    .version(version())
    .locale(language === "zh" ? "zh_CN" : "en")
    .demandCommand(1, messages.usage.needsCommand(names))
    .recommendCommands()
    .completion("completion", messages.completion, complete)
    .strict()
    .exitProcess(false)
    .epilogue(epilogue)
    .wrap(Math.min(100, process.stdout.columns || 100))
    .fail((message, error) => {
      // Those of the command that is parsed; the package's types leave them out.
      const { parsed } = parser as unknown as Parsed;
      const { key, choices } = (parser as unknown as Parsed).getOptions();
      const meant = error
        ? undefined
        : (suggestOption(args, Object.keys(key)) ?? suggestChoice(parsed ? parsed.argv : {}, choices));
      const [word] = parsed ? (parsed.argv._ as readonly string[]) : [];
      const isUnknown = word !== undefined && !commands.some(({ name }) => name === word);
      if (
        !error &&
        isUnknown &&
        nearest(
          word,
          commands.map(({ name }) => name),
        ) === undefined
      )
        throw new UsageError(messages.usage.noCommand(word, names));
      throw error ?? new UsageError(meant === undefined ? message : `${message}\n${messages.usage.didYouMean(meant)}`);
    });
  // It would lay out the help of every command that it runs, for a failure that shows it: a tenth of the start, and none does.
  (parser as unknown as Internals).getInternalMethods().getUsageInstance().cacheHelpMessage = () => undefined;
  for (const command of commands) {
    parser.command(
      `${command.name} ${command.positionals}`.trim(),
      messages.commands[command.name],
      (builder) => command.build(builder, messages).epilogue(epilogue),
      async (options) =>
        done(await (isFileCommand(command) ? runFiles(command, options, messages) : command.run(options, messages))),
    );
  }
  return parser;
}

/** One line for what the user can mend; for a defect its place in the code and nothing of the document. */
function explain(error: unknown, messages: Messages): number {
  if (error instanceof UsageError || (error as Error).name === "YError") {
    process.stderr.write(`tuhei: ${(error as Error).message}\n`);
    return exitCodes.usage;
  }
  if (error instanceof OutputLost) {
    // Who reads no more, as `head`, has seen enough.
    if (error.code === "EPIPE") return exitCodes.interrupted;
    process.stderr.write(`tuhei: ${messages.outputLost(error.code)}\n`);
    return exitCodes.incomplete;
  }
  process.stderr.write(describeDefect(error, messages));
  return exitCodes.internal;
}
