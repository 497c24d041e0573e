import { type ExecFileException, execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { promisify } from "node:util";

/** Big enough for every object of a test file, inflated. */
const MAX_BUFFER = 256 * 1024 * 1024;
/** Each is a process of its own; so many run at a time. */
const AT_ONCE = 2;

/** Runs a program and gives what it printed. @throws unless it ends with 0 or one of `otherCodes` */
export async function runWitness(
  command: string,
  parameters: readonly string[],
  ...otherCodes: readonly number[]
): Promise<Buffer> {
  try {
    const env = { ...process.env, OMP_THREAD_LIMIT: "1" };
    return (await promisify(execFile)(command, parameters, { encoding: "buffer", maxBuffer: MAX_BUFFER, env })).stdout;
  } catch (error) {
    const { code } = error as ExecFileException;
    if (otherCodes.some((other) => other === code)) return (error as unknown as { stdout: Buffer }).stdout;
    throw error;
  }
}

/** Whether a program, or a file by its whole path, is on this machine. */
export function isInstalled(command: string): boolean {
  if (isAbsolute(command)) return existsSync(command);
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, command)));
}

/** Does the work for each item, a few at a time, and keeps their order. */
export async function forEach<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at]!);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
