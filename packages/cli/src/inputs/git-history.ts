import { existsSync, realpathSync } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { nearest } from "../config/nearest.js";
import { systemPath } from "../path-bytes.js";

const GIT_FOLDER = ".git";

/** Whether a folder is where git keeps the history of a repository: thousands of packed files that nobody reads as they are. */
export function isGitHistory(folder: string): boolean {
  return (
    basename(folder) === GIT_FOLDER && ["HEAD", "objects"].every((name) => existsSync(systemPath(join(folder, name))))
  );
}

/**
 * Whether a folder is the history of the repository that the user works in: the user's own, as the configuration at its
 * root is, and no document.
 */
export async function createIsOwnHistory(): Promise<(folder: string) => boolean> {
  const [own] = await nearest(process.cwd(), async (folder) => {
    const path = join(folder, GIT_FOLDER);
    const facts = await stat(path).catch(() => undefined);
    return facts?.isDirectory() ? [await realpath(path)] : [];
  });
  return (folder) => own !== undefined && realpathSync(systemPath(folder)).toString() === own;
}
