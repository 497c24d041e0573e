import { entryTypes } from "@tuhei/core";
import type { OpenBaseline } from "../baseline/open-baseline.js";
import { writeBaseline } from "../baseline/write-baseline.js";
import { exitCodes } from "../exit-codes.js";
import { shownPath } from "../files.js";
import { commonOptions } from "../options.js";
import type { FinishedFile } from "../run-plan.js";
import { type Titled, typeCounts } from "../titles.js";
import type { FileCommand } from "./command.js";
import { scanCommand } from "./scan.js";

/** What may be done with a baseline. */
export const baselineActions = ["create", "add", "audit", "prune"] as const;

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
      .example("$0 baseline audit .", messages.examples.baselineAudit)
      .example("$0 baseline prune .", messages.examples.baselinePrune),
  async plan(options, messages) {
    const scan = await scanCommand.plan(options, messages);
    const action = options.action as (typeof baselineActions)[number];
    return {
      ...scan,
      baseline: action === "create" && options.overwrite ? "replace" : action,
      fails: () => false,
      exitCode: () => exitCodes.ok,
      finish: (files, { baseline, settings: { detectors } }) =>
        FINISH[action](baseline!, files, { isEverything: options.others === true, messages, detectors }),
    };
  },
};

interface Asked extends Titled {
  /** Also what belongs to files that are not among the paths. */
  readonly isEverything: boolean;
}

type Finish = (open: OpenBaseline, files: readonly FinishedFile[], asked: Asked) => Promise<number | undefined>;

const FINISH: Readonly<Record<(typeof baselineActions)[number], Finish>> = { create, add, audit, prune };

async function create(open: OpenBaseline, files: readonly FinishedFile[], { messages }: Asked): Promise<undefined> {
  const entries = new Set(files.flatMap((file) => file.entries));
  await writeBaseline(open, entries, messages);
  tell(messages.baseline.created(entries.size, shownPath(open.path)));
}

/** What stands in it stays: of other files, and of the same ones. */
async function add(open: OpenBaseline, files: readonly FinishedFile[], { messages }: Asked): Promise<undefined> {
  const { entries } = open.baseline;
  const all = new Set([...entries, ...files.flatMap((file) => file.entries)]);
  const added = all.size - entries.size;
  if (added > 0) await writeBaseline(open, all, messages);
  tell(messages.baseline.added(added, all.size, shownPath(open.path)));
}

/** The report has told the entries by file and type; files that are not among the paths cannot be named, for their names are not in it. */
async function audit(open: OpenBaseline, files: readonly FinishedFile[], asked: Asked): Promise<number> {
  const { messages, isEverything } = asked;
  const gone = files.flatMap(({ entries }) => entries);
  const others = await othersIn(open, files);
  const { baseline } = messages;
  tell(baseline.audited(gone.length, open.baseline.entries.size, shownPath(open.path)));
  if (others.length > 0) tell(baseline.others(others.length, typeCounts(entryTypes(others), asked)));
  return gone.length > 0 || (isEverything && others.length > 0) ? exitCodes.found : exitCodes.ok;
}

/** What was not looked at, or not all of it, may still hold what it held: its entries stay. */
async function prune(
  open: OpenBaseline,
  files: readonly FinishedFile[],
  { isEverything, messages }: Asked,
): Promise<undefined> {
  const { entries } = open.baseline;
  const removed = new Set(files.flatMap((file) => file.entries));
  const others = await othersIn(open, files);
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

/** Entries of files that are gone or were not named. */
async function othersIn(open: OpenBaseline, files: readonly FinishedFile[]): Promise<string[]> {
  const here = new Set(await open.entriesAt(files.map(({ path }) => path)));
  return [...open.baseline.entries].filter((entry) => !here.has(entry));
}

/** Beside the report, which may be for machines. */
function tell(line: string): void {
  process.stderr.write(`tuhei: ${line}\n`);
}
