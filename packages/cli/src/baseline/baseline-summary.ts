import { shownPath } from "../files.js";
import type { FileResult } from "../result.js";
import type { OpenBaseline } from "./open-baseline.js";

/** What a baseline did in a run, as every report tells it. */
export interface BaselineSummary {
  readonly path: string;
  /** Findings that it knows. */
  readonly known: number;
  /** Entries that were not found any more in files that were read. */
  readonly gone: number;
  /** Entries of files that were not among the inputs: gone, or not asked for. */
  readonly elsewhere: number;
}

/** Adds up what became of a baseline. */
export async function baselineSummary(
  { path, baseline, entriesAt }: OpenBaseline,
  files: readonly FileResult[],
): Promise<BaselineSummary> {
  const sum = (count: "known" | "gone") => files.reduce((all, { [count]: some = 0 }) => all + some, 0);
  const here = await entriesAt(files.map((file) => file.path));
  return {
    path: shownPath(path),
    known: sum("known"),
    gone: sum("gone"),
    elsewhere: baseline.entries.size - here.length,
  };
}
