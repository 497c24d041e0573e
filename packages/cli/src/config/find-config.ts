import { readFile, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { exists, nearest } from "./nearest.js";

/** Where a configuration may stand in a folder, besides the key in {@link PACKAGE_FILE}. */
export const CONFIG_FILES = ["tuhei.config.json", "tuhei.config.jsonc", "tuhei.config.yaml"] as const;
/** Holds a configuration under the key "tuhei". */
export const PACKAGE_FILE = "package.json";

/** The files with a configuration in the nearest folder that has any, see {@link nearest}. */
export async function findConfigs(folder: string): Promise<string[]> {
  return nearest(folder, configsIn);
}

async function configsIn(folder: string): Promise<string[]> {
  const files = CONFIG_FILES.map((name) => join(folder, name));
  const found = await Promise.all(files.map(exists));
  const manifest = join(folder, PACKAGE_FILE);
  return [...files.filter((_, index) => found[index]), ...((await hasKey(manifest)) ? [manifest] : [])];
}

/** A manifest that cannot be read says nothing about tuhei. */
async function hasKey(manifest: string): Promise<boolean> {
  try {
    return Object.hasOwn(JSON.parse(await readFile(manifest, "utf8")) as object, "tuhei");
  } catch {
    return false;
  }
}

/** Whether a file is one of `paths` or lies in a folder among them, also through links. */
export async function isAmong(file: string, paths: readonly string[]): Promise<boolean> {
  const real = await realpath(file);
  for (const path of paths) {
    const other = await realpath(path).catch(() => undefined);
    if (other !== undefined && (real === other || real.startsWith(other.endsWith(sep) ? other : `${other}${sep}`)))
      return true;
  }
  return false;
}
