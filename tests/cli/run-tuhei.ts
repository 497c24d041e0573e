import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The real command line. */
export const bin = fileURLToPath(new URL("../../packages/cli/bin/tuhei.js", import.meta.url));

/** Where the runs of one test file keep their state, in place of the user's own. */
const stateHome = mkdtempSync(join(tmpdir(), "tuhei-state-"));

/** What a run of the real command line left behind. */
export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stdoutBytes: Buffer;
  readonly stderr: string;
}

/** Runs the real command line in a process of its own, in English unless told otherwise. */
export function runTuhei(
  args: readonly string[],
  options: { input?: Uint8Array; cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = startTuhei(args, options);
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.stderr.on("data", (chunk) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (exitCode) => {
      const stdoutBytes = Buffer.concat(out);
      resolve({ exitCode, stdout: stdoutBytes.toString(), stdoutBytes, stderr: Buffer.concat(err).toString() });
    });
    child.stdin.end(options.input);
  });
}

/** Starts the real command line; standard input stays open. */
export function startTuhei(args: readonly string[], { cwd, env }: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  return spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { ...process.env, TUHEI_LANG: "en", NO_COLOR: "1", XDG_STATE_HOME: stateHome, ...env },
  });
}

/** An empty folder of the test's own. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), "tuhei-test-"));
}

/** Everything below a folder, sorted, folders left out. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
