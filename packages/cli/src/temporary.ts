import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { systemPath } from "./path-bytes.js";

/** Hexadecimal digits that tell the temporary files of one folder apart, and machines that share it. */
const [NAME_DIGITS, HOST_DIGITS] = [16, 8];

const PREFIX = ".tuhei-";
const ENDING = `-${digestOf(hostname()).slice(0, HOST_DIGITS)}.tmp`;

/** Where this process writes an output until it is whole. Two runs that write the same one do not meet there. */
export function temporaryOf(target: string): string {
  const name = digestOf(basename(target)).slice(0, NAME_DIGITS);
  return join(dirname(target), `${PREFIX}${name}-${process.pid}${ENDING}`);
}

/** Removes from a folder what processes of this machine that are gone were writing. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(systemPath(folder), "utf8").catch(() => []);
  const theirs = names.filter((name) => name.startsWith(PREFIX) && name.endsWith(ENDING));
  const left = theirs.filter((name) => !isAlive(Number(name.slice(PREFIX.length, -ENDING.length).split("-")[1])));
  await Promise.all(left.map((name) => unlink(systemPath(join(folder, name))).catch(() => undefined)));
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A process of another user is alive, too; one that nobody waits for, as in containers, is not. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0) && !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** proc(5): what is gone, and still listed, has no command line. */
function isZombie(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`).length === 0;
  } catch {
    return false;
  }
}
