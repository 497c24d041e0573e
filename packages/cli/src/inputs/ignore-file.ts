import { readFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { isAmong } from "../config/find-config.js";
import { exists, nearest } from "../config/nearest.js";
import { shownPath } from "../files.js";
import type { Messages } from "../messages/index.js";
import { UsageError } from "../usage-error.js";
import { type Source, slashed } from "./sources.js";

/** Patterns as in .gitignore. */
const IGNORE_FILE = ".tuheiignore";

/** The user's ignore file made ready. */
export interface IgnoreFile {
  readonly path?: string;
  /** One among the documents, which does not count. */
  readonly refused?: string;
  readonly ignores: (path: string, isFolder: boolean) => boolean;
}

const NOTHING = { ignores: () => false } as const;

/**
 * Finds the ignore file as a configuration is found, and by the same rule: one that lies inside a folder to be scanned may
 * have come with the documents, and does not count unless `asked` names it.
 *
 * @throws {UsageError} where the file that was asked for cannot be read
 */
export async function loadIgnoreFile(
  asked: string | false | undefined,
  sources: readonly Source[],
  messages: Messages,
): Promise<IgnoreFile> {
  if (asked === false) return NOTHING;
  const [path] = asked === undefined ? await nearest(process.cwd(), ignoreFilesIn) : [asked];
  if (path === undefined) return NOTHING;
  const folders = sources.map(({ path }) => path);
  if (asked === undefined && (await isAmong(path, folders))) return { ...NOTHING, refused: path };
  const text = await readFile(path, "utf8").catch((error) => {
    throw new UsageError(messages.usage.ignoreFile(shownPath(path)), { cause: error });
  });
  const { default: ignore } = await import("ignore");
  const patterns = ignore().add(text);
  const base = asked === undefined ? dirname(path) : process.cwd();
  return {
    path,
    ignores(file, isFolder) {
      const below = slashed(relative(base, resolve(file)));
      if (below === "" || below === ".." || below.startsWith("../")) return false;
      return patterns.ignores(isFolder ? `${below}/` : below);
    },
  };
}

async function ignoreFilesIn(folder: string): Promise<string[]> {
  const path = join(folder, IGNORE_FILE);
  return (await exists(path)) ? [path] : [];
}
