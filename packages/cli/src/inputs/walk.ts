import type { Stats } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { TuheiError } from "@tuhei/core";
import { fileError } from "../files.js";
import { type Input, OverLimit } from "./input.js";

/** What is left out below a folder. */
export interface WalkOptions {
  /** Absolute paths of outputs, which may lie inside an input folder. */
  readonly exclude: ReadonlySet<string>;
  /** Folders below the named one that are entered. */
  readonly maxDepth: number;
  /** Larger files are not read. */
  readonly maxBytes: number;
  /** Entries that the user's ignore file names. A folder so named is not entered. */
  readonly ignores: (path: string, isFolder: boolean) => boolean;
  /** Chooses files; all without it. */
  readonly wants?: (path: string) => boolean;
}

interface Place {
  readonly path: string;
  readonly relativePath: string;
  readonly depth: number;
  /** The folders above, as device and inode. */
  readonly above: readonly string[];
}

/**
 * The file or the files below the folder, in order of name. What cannot be listed, or lies beyond a limit, is an input with
 * an error, never left out. A link to a folder above is not followed: what lies there is listed already.
 */
export function walk(path: string, relativePath: string, options: WalkOptions): AsyncGenerator<Input> {
  return below({ path, relativePath, depth: 0, above: [] }, options);
}

async function* below(place: Place, options: WalkOptions): AsyncGenerator<Input> {
  const { path, relativePath, depth, above } = place;
  if (depth > 0 && options.exclude.has(resolve(path))) return;
  let facts: Stats;
  try {
    facts = await stat(path);
  } catch (error) {
    yield { path, relativePath, error: fileError(error, path) };
    return;
  }
  if (depth > 0 && options.ignores(path, facts.isDirectory())) return;
  if (!facts.isDirectory()) {
    if (options.wants?.(path) ?? true) yield fileInput(place, facts, options);
    return;
  }
  const identity = `${facts.dev} ${facts.ino}`;
  if (above.includes(identity)) return;
  if (depth > options.maxDepth) {
    yield { path, relativePath, error: new OverLimit("over-max-depth") };
    return;
  }
  let names: string[];
  try {
    names = (await readdir(path)).sort();
  } catch (error) {
    yield { path, relativePath, error: fileError(error, path) };
    return;
  }
  for (const name of names) {
    const within = depth === 0 ? name : join(relativePath, name);
    yield* below(
      { path: join(path, name), relativePath: within, depth: depth + 1, above: [...above, identity] },
      options,
    );
  }
}

function fileInput({ path, relativePath }: Place, facts: Stats, { maxBytes }: WalkOptions): Input {
  if (!facts.isFile())
    return { path, relativePath, error: new TuheiError("unsupported", `${path}: not a regular file`) };
  return { path, relativePath, ...(facts.size > maxBytes && { error: new OverLimit("over-max-size") }) };
}
