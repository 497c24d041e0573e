import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * What `filesIn` finds in the nearest folder that has any: `folder` itself or one above it, up to the root of the
 * repository. Outside of a repository only `folder` itself, since nothing says who wrote what lies above it.
 */
export async function nearest(folder: string, filesIn: (folder: string) => Promise<string[]>): Promise<string[]> {
  const folders = foldersAbove(folder);
  const areRoots = await Promise.all(folders.map((above) => exists(join(above, ".git"))));
  const root = areRoots.indexOf(true);
  for (const above of folders.slice(0, root + 1 || 1)) {
    const found = await filesIn(above);
    if (found.length > 0) return found;
  }
  return [];
}

function foldersAbove(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}

/** Whether anything stands at a path. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
