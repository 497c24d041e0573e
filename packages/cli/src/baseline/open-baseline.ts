import { readFile, realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import {
  type Baseline,
  type BaselineLookup,
  type ByteSource,
  createBaseline,
  digestOf,
  parseBaseline,
} from "@tuhei/core";
import { fileError, shownPath } from "../files.js";
import { slashed } from "../inputs/sources.js";
import type { Messages } from "../messages/index.js";
import { UsageError } from "../usage-error.js";
import { baselineKeys, keyForNew } from "./baseline-keys.js";

/**
 * What a command does with a baseline: leave out what it knows, make one, also in place of another, put in what is new, tell
 * of every entry whether it is still found, or take out what is gone.
 */
export type BaselineUse = "add" | "apply" | "audit" | "create" | "replace" | "prune";

/** Whether what is found becomes a baseline, rather than being looked up in one. */
export function isMade({ use }: Pick<OpenBaseline, "use">): boolean {
  return use === "create" || use === "replace";
}

/** Whether what is found goes into the baseline. */
export function isNotedIn({ use }: Pick<OpenBaseline, "use">): boolean {
  return use === "add" || isMade({ use });
}

/** The baseline of a run. */
export interface OpenBaseline {
  /** Absolute. */
  readonly path: string;
  readonly use: BaselineUse;
  readonly key: string;
  readonly baseline: Baseline;
  /** A file's findings beside it. `source`: where findings may have no value, see `BaselineFile`. */
  lookup(path: string, source?: ByteSource): Promise<BaselineLookup>;
  /** Those entries that are of files at these paths. */
  entriesAt(paths: readonly string[]): Promise<string[]>;
}

/**
 * Opens a baseline. Of one that is replaced the key alone counts.
 *
 * @throws {UsageError} where it cannot be read, or was not made with a key that is at hand: no finding is known then, and none
 * is new; or where one that is to be made is there already
 */
export async function openBaseline(path: string, use: BaselineUse, messages: Messages): Promise<OpenBaseline> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (isMade({ use }) && error.code === "ENOENT") return undefined;
    throw new UsageError(messages.usage.noBaseline(fileError(error, shownPath(path)).message), { cause: error });
  });
  if (use === "create" && text !== undefined) throw new UsageError(messages.usage.baselineExists(shownPath(path)));
  const read = text === undefined ? undefined : await parsed(text, path, messages);
  const key = read?.key ?? (await keyForNew(messages));
  const baseline = read && !isMade({ use }) ? read.baseline : createBaseline([], key);
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  return {
    path,
    use,
    key,
    baseline,
    async lookup(file, source) {
      const digest = source && (await digestOf(source));
      return baseline.forFile({ path: await placeOf(file, folder), ...(digest !== undefined && { digest }) });
    },
    entriesAt: async (paths) => baseline.entriesAt(await Promise.all(paths.map((file) => placeOf(file, folder)))),
  };
}

async function parsed(
  text: string,
  path: string,
  messages: Messages,
): Promise<{ readonly key: string; readonly baseline: Baseline }> {
  const { usage } = messages;
  const keys = await baselineKeys(messages);
  if (keys.length === 0) throw new UsageError(usage.noBaselineKey(shownPath(path)));
  for (const key of keys) {
    const result = parseBaseline(text, key);
    if ("baseline" in result) return { key, baseline: result.baseline };
    if (result.problem.kind === "format") throw new UsageError(usage.notABaseline(shownPath(path)));
    if (result.problem.kind === "line") throw new UsageError(usage.baselineLine(shownPath(path), result.problem.line));
  }
  throw new UsageError(usage.otherBaselineKey(shownPath(path)));
}

/** Relative to the folder of the baseline, wherever the run was started and through whatever links the path was given. */
async function placeOf(path: string, folder: string): Promise<string> {
  if (path === "-") return path;
  const absolute = resolve(path);
  const parent = await realpath(dirname(absolute)).catch(() => dirname(absolute));
  return slashed(relative(folder, join(parent, basename(absolute))));
}
