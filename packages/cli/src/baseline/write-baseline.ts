import { rename, rm, writeFile } from "node:fs/promises";
import { formatBaseline } from "@tuhei/core";
import { shownPath } from "../files.js";
import type { Messages } from "../messages/index.js";
import { temporaryOf } from "../temporary.js";
import { UsageError } from "../usage-error.js";
import type { OpenBaseline } from "./open-baseline.js";

/**
 * Writes entries in place of those that stand in a baseline: all of them or nothing.
 *
 * @throws {UsageError} where the folder refuses
 */
export async function writeBaseline(
  { path, key }: OpenBaseline,
  entries: Iterable<string>,
  { usage }: Messages,
): Promise<void> {
  const temporary = temporaryOf(path);
  try {
    await writeFile(temporary, formatBaseline(entries, key));
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new UsageError(usage.baselineUnwritable(shownPath(path)), { cause: error });
  }
}
