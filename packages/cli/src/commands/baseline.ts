import type { OpenBaseline } from "../baseline/open-baseline.js";
import { writeBaseline } from "../baseline/write-baseline.js";
import { exitCodes } from "../exit-codes.js";
import { shownPath } from "../files.js";
import type { Messages } from "../messages/index.js";
import { commonOptions } from "../options.js";
import type { FinishedFile } from "../run-plan.js";
import type { FileCommand } from "./command.js";
import { scanCommand } from "./scan.js";

/** What may be done with a baseline. */
export const baselineActions = ["create", "add", "prune"] as const;

/** `tuhei baseline`: note what is known, so that `scan` tells what is new. Scans as `scan` does and shows what it notes. */
export const baselineCommand: FileCommand = {
  name: "baseline",
  positionals: "<action> [paths..]",
  build: (yargs, messages) =>
    commonOptions(yargs, messages, ["out", "o"])
      .positional("action", { choices: baselineActions, describe: messages.options.baselineAction })
      .option("baseline", { type: "string", describe: messages.options.baselineFile })
      .option("inline-ignores", { type: "boolean", describe: messages.options.inlineIgnores })
      .option("overwrite", { type: "boolean", default: false, describe: messages.options.overwrite })
      .option("others", { type: "boolean", default: false, describe: messages.options.others })
      .example("$0 baseline create .", messages.examples.baselineCreate)
      .example("$0 scan . --baseline tuhei.baseline", messages.examples.scanBaseline)
      .example("$0 baseline add docs/a.csv", messages.examples.baselineAdd)
      .example("$0 baseline prune .", messages.examples.baselinePrune),
  async plan(options, messages) {
    const scan = await scanCommand.plan(options, messages);
    const action = options.action as (typeof baselineActions)[number];
    return {
      ...scan,
      baseline: action === "create" && options.overwrite ? "replace" : action,
      fails: () => false,
      exitCode: () => exitCodes.ok,
      finish: (files, baseline) =>
        action === "create"
          ? create(baseline!, files, messages)
          : action === "add"
            ? add(baseline!, files, messages)
            : prune(baseline!, files, options.others === true, messages),
    };
  },
};

async function create(open: OpenBaseline, files: readonly FinishedFile[], messages: Messages): Promise<void> {
  const entries = new Set(files.flatMap((file) => file.entries));
  await writeBaseline(open, entries, messages);
  tell(messages.baseline.created(entries.size, shownPath(open.path)));
}

/** What stands in it stays: of other files, and of the same ones. */
async function add(open: OpenBaseline, files: readonly FinishedFile[], messages: Messages): Promise<void> {
  const { entries } = open.baseline;
  const all = new Set([...entries, ...files.flatMap((file) => file.entries)]);
  const added = all.size - entries.size;
  if (added > 0) await writeBaseline(open, all, messages);
  tell(messages.baseline.added(added, all.size, shownPath(open.path)));
}

/** What was not looked at, or not all of it, may still hold what it held: its entries stay. */
async function prune(
  open: OpenBaseline,
  files: readonly FinishedFile[],
  isEverything: boolean,
  messages: Messages,
): Promise<void> {
  const { entries } = open.baseline;
  const removed = new Set(files.flatMap((file) => file.entries));
  const here = new Set(await open.entriesAt(files.map(({ path }) => path)));
  const others = [...entries].filter((entry) => !here.has(entry));
  if (isEverything) for (const entry of others) removed.add(entry);
  if (removed.size > 0)
    await writeBaseline(
      open,
      [...entries].filter((entry) => !removed.has(entry)),
      messages,
    );
  const left = isEverything ? 0 : others.length;
  tell(messages.baseline.pruned(removed.size, entries.size - removed.size, shownPath(open.path), left));
}

/** Beside the report, which may be for machines. */
function tell(line: string): void {
  process.stderr.write(`tuhei: ${line}\n`);
}
