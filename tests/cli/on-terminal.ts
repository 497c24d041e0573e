import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../packages/cli/bin/tuhei.js", import.meta.url));
const hook = `--import=${new URL("stop-on-marker.mjs", import.meta.url).href}`;

/** How often it is looked whether it is time for Ctrl-C. */
const LOOK_MS = 50;

/**
 * Runs the command line under a pseudo-terminal of util-linux's `script`, and types Ctrl-C once `isTime`. Files may stop the process
 * that reads them (`stop-on-marker.mjs`).
 */
export async function onTerminal(
  args: readonly string[],
  { isTime = () => false, env = {} }: { isTime?: () => boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<{ exitCode: number | null; shown: string }> {
  const line = [process.execPath, bin, ...args].map((word) => `'${word}'`).join(" ");
  const child = spawn("script", ["-qec", line, "/dev/null"], {
    env: { ...process.env, TUHEI_LANG: "en", NODE_OPTIONS: hook, ...env },
  });
  let shown = "";
  child.stdout.on("data", (chunk) => {
    shown += chunk;
  });
  const timer = setInterval(() => {
    if (!isTime()) return;
    clearInterval(timer);
    child.stdin.write("\u0003");
  }, LOOK_MS);
  const exitCode = await new Promise<number | null>((resolve) => child.once("close", resolve));
  clearInterval(timer);
  return { exitCode, shown };
}
