import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { personOf } from "../builders/people.ts";
import { emptyFolder, filesBelow, runTuhei } from "./run-tuhei.ts";

const bin = fileURLToPath(new URL("../../packages/cli/bin/tuhei.js", import.meta.url));
const hook = `--import=${new URL("stop-on-marker.mjs", import.meta.url).href}`;

function folderOf(count: number, last = ""): string {
  const folder = emptyFolder();
  for (let index = 0; index < count; index++)
    writeFileSync(join(folder, `${index}.txt`), `电话：${personOf(index).phone}\n${index === count - 1 ? last : ""}`);
  return folder;
}

test("--progress json tells every file on standard error, one object a line, and no value", async () => {
  const folder = folderOf(5);
  const run = await runTuhei(["scan", folder, "--jobs", "2", "--progress", "json", "-f", "json"]);
  const events = run.stderr
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { event: string; done: number; total: number });
  expect(events.filter(({ event }) => event === "begin")).toHaveLength(5);
  const ends = events.filter(({ event }) => event === "end");
  expect(ends.map(({ done }) => done)).toEqual([1, 2, 3, 4, 5]);
  expect(ends.every(({ total }) => total === 5)).toBe(true);
  expect(run.stderr).not.toContain(personOf(0).phone);
});

test("a short run that is piped says nothing on standard error", async () => {
  expect((await runTuhei(["scan", folderOf(3)])).stderr).toBe("");
});

/** Runs a command under a pseudo-terminal of util-linux's `script`, and types Ctrl-C once `isTime`. */
async function onTerminal(args: readonly string[], isTime: () => boolean = () => false) {
  const line = [process.execPath, bin, ...args].map((word) => `'${word}'`).join(" ");
  const env = { ...process.env, TUHEI_LANG: "en", NODE_OPTIONS: hook, XDG_STATE_HOME: emptyFolder() };
  const child = spawn("script", ["-qec", line, "/dev/null"], { env });
  let shown = "";
  child.stdout.on("data", (chunk) => {
    shown += chunk;
  });
  const timer = setInterval(() => {
    if (!isTime()) return;
    clearInterval(timer);
    child.stdin.write("\u0003");
  }, 50);
  const exitCode = await new Promise<number | null>((resolve) => child.once("close", resolve));
  clearInterval(timer);
  return { exitCode, shown };
}

test("on a terminal a bar shows files, rate and rest, and is gone at the end", async () => {
  const { exitCode, shown } = await onTerminal(["scan", folderOf(8), "--jobs", "2"]);
  expect(exitCode).toBe(1);
  expect(shown).toMatch(/[█░]{24} \d\/8 · \d+\.\d\/s/);
  const end = shown.split("\r\u001b[K").at(-1);
  expect(end).toContain("8 files, 8 findings");
  expect(end).not.toContain("░");
});

test("Ctrl-C on a terminal stops all processes at once and says how to go on", async () => {
  const out = join(emptyFolder(), "out");
  const { exitCode, shown } = await onTerminal(
    ["redact", folderOf(10, "never come to an end"), "--out", out, "--jobs", "2"],
    () => filesBelowOrNone(out).length === 9,
  );
  expect(exitCode).toBe(130);
  expect(shown).toContain("stopped: 9 of 10 files are done, nothing is half written; go on with --resume");
  expect(filesBelow(out).every((name) => name.endsWith(".txt"))).toBe(true);
});

function filesBelowOrNone(folder: string): string[] {
  try {
    return filesBelow(folder);
  } catch {
    return [];
  }
}
