import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The command line under measurement. */
export const tuhei = fileURLToPath(new URL("../../packages/cli/bin/tuhei.js", import.meta.url));

/** Wall seconds of a whole process. */
export function measure(command, args) {
  const started = process.hrtime.bigint();
  const run = spawnSync(command, args, { stdio: ["ignore", "ignore", "pipe"], maxBuffer: 1 << 28 });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (run.error) throw run.error;
  return { seconds, status: run.status };
}

/** The middle of several measurements. */
export function median(times, action) {
  return middle(Array.from({ length: times }, () => action().seconds));
}

/** The middle number. */
export function middle(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Wall seconds of a whole process, and seconds on the processor of it and of the processes that it started. */
export function usageOfAll(command, args) {
  const { seconds, processor, status } = usageOf("bash", ["-c", TIMED, "-", command, ...args]);
  return { seconds, processor, status };
}

const TIMED = 'TIMEFORMAT="usage=%U,%S,0"; time "$@" 2>/dev/null';

/** Peak resident memory of a Node process in MB, as the kernel counted it. */
export function peakMemory(args) {
  const run = spawnSync(process.execPath, ["--import", memoryHook, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return Number(/maxRSS=(\d+)/.exec(run.stderr)?.[1] ?? Number.NaN) / 1024;
}

/** Prints the process's own peak when it ends. */
const memoryHook = `data:text/javascript,process.on("exit",()=>process.stderr.write("maxRSS="+process.resourceUsage().maxRSS))`;

/**
 * What a process took: wall seconds, seconds of all its threads on the processor, and peak resident MB. Programs other than
 * Node print a line "usage=user,system,kilobytes" to standard error when they end.
 */
export function usageOf(command, args) {
  const hook = command === process.execPath ? ["--import", usageHook] : [];
  const started = process.hrtime.bigint();
  const run = spawnSync(command, [...hook, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (run.error) throw run.error;
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const [, user, system, kilobytes] = /usage=([\d.]+),([\d.]+),(\d+)/.exec(run.stderr) ?? [];
  return { seconds, processor: Number(user) + Number(system), megabytes: Number(kilobytes) / 1024, status: run.status };
}

const usageHook = `data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("usage="+u.userCPUTime/1e6+","+u.systemCPUTime/1e6+","+u.maxRSS+"\\n")})`;

/** A folder that goes when the action is done. */
export async function inFolder(action) {
  const folder = mkdtempSync(join(tmpdir(), "tuhei-bench-"));
  try {
    return await action(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
