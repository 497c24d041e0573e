import { mkdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { createBaselineKey, isBaselineKey } from "@tuhei/core";
import type { Messages } from "../messages/index.js";
import { UsageError } from "../usage-error.js";

/** Holds the key where no file is wanted, in CI for instance. */
const VARIABLE = "TUHEI_BASELINE_KEY";

/** The file with the user's keys, one a line: XDG Base Directory Specification, 3; on Windows the application data. */
export function keyFile(environment: NodeJS.ProcessEnv = process.env): string {
  const base = environment.XDG_CONFIG_HOME || environment.APPDATA || join(homedir(), ".config");
  return join(base, "tuhei", "baseline.key");
}

/**
 * The keys that a baseline may have been made with: the one in the environment, otherwise those of the file. None where
 * there is neither.
 *
 * @throws {UsageError} where what should be a key is none; it is not repeated
 */
export async function baselineKeys({ usage }: Messages): Promise<string[]> {
  const said = process.env[VARIABLE];
  const keys = said ? [said.trim()] : (await readFile(keyFile(), "utf8").catch(absent)).split(/\s+/).filter(Boolean);
  if (!keys.every(isBaselineKey)) throw new UsageError(usage.badBaselineKey(said ? VARIABLE : keyFile()));
  return keys;

  function absent(error: NodeJS.ErrnoException): string {
    if (error.code === "ENOENT") return "";
    throw new UsageError(usage.badBaselineKey(keyFile()), { cause: error });
  }
}

/**
 * The key for a new baseline: the first there is. Otherwise one is made, readable by the user alone.
 *
 * @throws {UsageError} where the file cannot be written
 */
export async function keyForNew(messages: Messages): Promise<string> {
  const path = keyFile();
  const [key] = await baselineKeys(messages);
  if (key !== undefined) return key;
  const made = createBaselineKey();
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, `${made}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw new UsageError(messages.usage.badBaselineKey(path), { cause: error });
  }
  process.stderr.write(`tuhei: ${messages.baseline.keyMade(path)}\n`);
  return made;
}
