import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** Bytes of a key of AES-256. */
const KEY_BYTES = 32;

/** Where the state of runs is kept: XDG Base Directory Specification, 3; on Windows the local application data. */
export function stateFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const base = environment.XDG_STATE_HOME || environment.LOCALAPPDATA || join(homedir(), ".local", "state");
  return join(base, "tuhei");
}

/**
 * The user's own key, made at first use: what is kept about files is encrypted with it, and is worth nothing without it.
 * Rejects where the folder cannot be written.
 */
export async function userKey(folder: string): Promise<Buffer> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "key");
  await writeFile(path, randomBytes(KEY_BYTES), { flag: "wx", mode: 0o600 }).catch((error) => {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  });
  const key = await readFile(path);
  if (key.length !== KEY_BYTES) throw new Error(`${path}: not a key of ${KEY_BYTES} bytes`);
  return key;
}
