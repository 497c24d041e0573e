import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { personOf } from "../builders/people.ts";
import { emptyFolder, filesBelow, type Run, runTuhei, startTuhei } from "./run-tuhei.ts";

const hook = { NODE_OPTIONS: `--import=${new URL("stop-on-marker.mjs", import.meta.url).href}` };
const KILLS = "kill whoever reads this";
const HANGS = "never come to an end";

/** Files with one invented person each; `special` texts take the place of some. */
function folderOf(count: number, special: Readonly<Record<number, string>> = {}): string {
  const folder = emptyFolder();
  for (let index = 0; index < count; index++) {
    const { name, phone, idCard } = personOf(index);
    const text = `姓名：${name} 电话：${phone} 身份证号：${idCard}\n${special[index] ?? ""}\n`;
    writeFileSync(join(folder, `${String(index).padStart(3, "0")}.txt`), text);
  }
  return folder;
}

function reportOf({ stdout }: Run) {
  return JSON.parse(stdout) as {
    files: { path: string; error?: { code: string }; output?: string }[];
    summary: { resumed?: number };
  };
}

const codesOf = (run: Run) => reportOf(run).files.map(({ error }) => error?.code);

describe("processes beside each other", () => {
  test.each([12, 100])("report the same of %d files, in the same order, as one process alone", async (count) => {
    const folder = folderOf(count);
    const [alone, one, three] = await Promise.all(
      [[], ["--jobs", "1"], ["--jobs", "3"]].map((jobs) => runTuhei(["scan", folder, "--format", "json", ...jobs])),
    );
    expect(one!.stdout).toBe(alone!.stdout);
    expect(three!.stdout).toBe(alone!.stdout);
    expect(JSON.parse(three!.stdout).summary.legalReference.persons.count).toBe(count);
  });

  test("say the same in JSON alone and beside reports that show findings themselves", async () => {
    const folder = folderOf(3);
    writeFileSync(join(folder, "b.pdf"), "%PDF-1.7\n");
    const into = emptyFolder();
    const reports = ["json", "jsonl", "sarif", "pretty"].flatMap((format) => ["-f", format, "-o", join(into, format)]);
    const { exitCode } = await runTuhei(["scan", folder, "--jobs", "2", ...reports]);
    expect(exitCode).toBe(3);
    const read = (name: string) => readFileSync(join(into, name), "utf8");
    const alone = await runTuhei(["scan", folder, "--jobs", "2", "-f", "json"]);
    expect(read("json")).toBe(alone.stdout);
    const { files } = JSON.parse(alone.stdout);
    expect(files.map(({ findings }: { findings: unknown[] }) => findings.length)).toEqual([3, 3, 3, 0]);
    expect(
      read("jsonl")
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual(files);
    expect(JSON.parse(read("sarif")).runs[0].results).toHaveLength(9);
    expect(read("pretty")).toContain(files[0].findings[0].masked);
  });

  test("one that is killed by a file costs that file", async () => {
    const out = join(emptyFolder(), "out");
    const folder = folderOf(6, { 2: KILLS });
    const run = await runTuhei(["redact", folder, "--out", out, "--jobs", "2", "-f", "json"], { env: hook });
    expect(codesOf(run)).toEqual([undefined, undefined, "crashed", undefined, undefined, undefined]);
    expect(filesBelow(out)).toEqual(["000.txt", "001.txt", "003.txt", "004.txt", "005.txt"]);
    expect(run.exitCode).toBe(3);
  });

  test("one that gives no sign of life is given up", async () => {
    const folder = folderOf(4, { 1: HANGS });
    const run = await runTuhei(["scan", folder, "--jobs", "2", "--timeout", "3", "-f", "json"], { env: hook });
    expect(codesOf(run)).toEqual([undefined, "timed-out", undefined, undefined]);
    expect(run.exitCode).toBe(3);
  });

  test("many small files go to them in groups, and each is still apart from the others", async () => {
    const folder = folderOf(80, { 20: KILLS, 21: KILLS });
    const args = ["scan", folder, "-f", "json", "--progress", "json"];
    const run = await runTuhei([...args, "--jobs", "2"], { env: hook });
    const expected: (string | undefined)[] = Array.from({ length: 80 });
    expected[20] = expected[21] = "crashed";
    expect(codesOf(run)).toEqual(expected);
    expect(reportOf(run).files.map(({ path }) => path.slice(-7))).toEqual(readdirSync(folder).sort());
    const events = run.stderr.split("\n").filter((line) => line.startsWith("{"));
    for (const event of ["begin", "end"])
      expect(
        events.filter((line) => JSON.parse(line).event === event),
        event,
      ).toHaveLength(80);
    expect(run.exitCode).toBe(3);
  });

  test("one that gives no sign of life among many small files is given up", async () => {
    const folder = folderOf(40, { 9: HANGS });
    const run = await runTuhei(["scan", folder, "--jobs", "2", "--timeout", "6", "-f", "json"], { env: hook });
    const expected: (string | undefined)[] = Array.from({ length: 40 });
    expected[9] = "timed-out";
    expect(codesOf(run)).toEqual(expected);
  });

  test("one that swells in memory is replaced after its file, which counts", async () => {
    const log = join(emptyFolder(), "processes");
    const told = `tell the process in ${log} \n`;
    const folder = folderOf(4, { 0: told, 1: `${told} hold on to a lot of memory`, 2: told, 3: told });
    const run = await runTuhei(["scan", folder, "--jobs", "1", "-f", "json"], { env: hook });
    const processes = readFileSync(log, "utf8").trim().split("\n");
    const [first, , next] = processes;
    expect(next).not.toBe(first);
    expect(processes).toEqual([first, first, next, next]);
    expect(codesOf(run)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test.each(["0", "-1", "1.5"])("--jobs %s is wrong usage", async (jobs) => {
    expect((await runTuhei(["scan", folderOf(1), `--jobs=${jobs}`])).exitCode).toBe(2);
  });
});

/** Starts a run, sends it a signal once enough copies are there, and waits for its end. */
async function stopped(args: readonly string[], signal: NodeJS.Signals, out: string, copies: number) {
  const child = startTuhei(args, { env: { ...hook, TEST_OF: out } });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const exit = new Promise<number | null>((resolve) => child.once("exit", resolve));
  while (copiesIn(out).length < copies) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill(signal);
  return { exitCode: await exit, stderr };
}

function copiesIn(out: string): string[] {
  try {
    return readdirSync(out).filter((name) => name.endsWith(".txt"));
  } catch {
    return [];
  }
}

/** Numbers of processes whose command line and environment hold the words; Linux only. */
function processesOf(command: string, variable: string): string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      return words.includes(command) && readFileSync(`/proc/${pid}/environ`, "utf8").includes(variable);
    } catch {
      return false;
    }
  });
}

describe("a run that is stopped", () => {
  const args = (folder: string, out: string) => ["redact", folder, "--out", out, "--jobs", "2", "-f", "json"];

  test.each(["SIGINT", "SIGTERM"] as const)(
    "by %s leaves nothing half written and goes on with --resume",
    async (signal) => {
      const [folder, out] = [folderOf(20, { 15: HANGS }), join(emptyFolder(), "out")];
      const report = join(emptyFolder(), "report.json");
      const { exitCode, stderr } = await stopped([...args(folder, out), "--report", report], signal, out, 8);
      expect(exitCode).toBe(130);
      expect(stderr).toMatch(/stopped: \d+ of 20 files are done, nothing is half written; go on with --resume/);
      expect(filesBelow(out).filter((name) => name.endsWith(".tmp"))).toEqual([]);
      expect(filesBelow(join(report, ".."))).toEqual([]);
      const copies = copiesIn(out);
      const times = copies.map((name) => readFileSync(join(out, name)));

      const resumed = await runTuhei([...args(folder, out), "--resume"]);
      expect(resumed.exitCode).toBe(0);
      expect(reportOf(resumed).summary.resumed).toBeGreaterThanOrEqual(copies.length - 2);
      expect(reportOf(resumed).files).toHaveLength(20);
      expect(copies.map((name) => readFileSync(join(out, name)))).toEqual(times);

      const clean = join(emptyFolder(), "out");
      await runTuhei(args(folder, clean));
      for (const name of filesBelow(clean))
        expect(readFileSync(join(out, name))).toEqual(readFileSync(join(clean, name)));
    },
  );

  test("by kill -9 leaves no process behind and goes on with --resume", async () => {
    const [folder, out] = [folderOf(12, { 8: HANGS }), join(emptyFolder(), "out")];
    await stopped(args(folder, out), "SIGKILL", out, 5);
    const workers = () => processesOf("bundle/worker.js", out);
    while (workers().length > 0) await new Promise((resolve) => setTimeout(resolve, 100));
    const resumed = await runTuhei([...args(folder, out), "--resume"]);
    expect(resumed.exitCode).toBe(0);
    expect(copiesIn(out)).toHaveLength(12);
    expect(filesBelow(out)).toHaveLength(12);
  });

  test("does again what has changed since, and what other settings would make otherwise", async () => {
    const [folder, out] = [folderOf(6, { 5: KILLS }), join(emptyFolder(), "out")];
    expect((await runTuhei(args(folder, out), { env: hook })).exitCode).toBe(3);
    writeFileSync(join(folder, "001.txt"), `姓名：${personOf(77).name} 电话：${personOf(77).phone}\n`);
    const resumed = await runTuhei([...args(folder, out), "--resume"], { env: hook });
    expect(reportOf(resumed).summary.resumed).toBe(4);
    expect(readFileSync(join(out, "001.txt"), "utf8")).not.toContain(personOf(77).phone);
    const labelled = await runTuhei([...args(folder, out), "--resume", "--style", "label"]);
    expect(reportOf(labelled).summary.resumed).toBeUndefined();
    expect(readFileSync(join(out, "000.txt"), "utf8")).toContain("[手机号]");
  });

  test("keeps a copy that somebody changed, and refuses to replace it", async () => {
    const [folder, out] = [folderOf(3, { 2: KILLS }), join(emptyFolder(), "out")];
    await runTuhei(args(folder, out), { env: hook });
    writeFileSync(join(out, "000.txt"), "a note of my own\n");
    const resumed = await runTuhei([...args(folder, out), "--resume"]);
    expect(codesOf(resumed)).toEqual(["exists", undefined, undefined]);
    expect(readFileSync(join(out, "000.txt"), "utf8")).toBe("a note of my own\n");
  });

  test("notes nothing that can be read without the user's key", async () => {
    const state = emptyFolder();
    const [folder, out] = [folderOf(4, { 3: KILLS }), join(emptyFolder(), "out")];
    await runTuhei(args(folder, out), { env: { ...hook, XDG_STATE_HOME: state } });
    const [journal] = filesBelow(state).filter((name) => name.includes("journals"));
    const text = readFileSync(join(state, journal!), "utf8");
    const plain = Buffer.concat(text.split("\n").map((line) => Buffer.from(line, "base64")));
    for (const secret of ["000.txt", personOf(0).name, personOf(0).phone.slice(0, 3), "redact", "phone"])
      expect(plain.includes(secret), secret).toBe(false);
  });

  test("a journal is gone when nothing is left to do", async () => {
    const state = emptyFolder();
    await runTuhei(args(folderOf(3), join(emptyFolder(), "out")), { env: { XDG_STATE_HOME: state } });
    expect(filesBelow(state)).toEqual(["tuhei/key"]);
  });
});

test("a file that changes while it is read is not written", async () => {
  const folder = folderOf(2);
  const path = join(folder, "001.txt");
  writeFileSync(path, `电话：13900001234 append to ${path} \n`);
  const out = join(emptyFolder(), "out");
  const redacted = await runTuhei(["redact", folder, "--out", out, "-f", "json"], { env: hook });
  expect(codesOf(redacted)).toEqual([undefined, "changed"]);
  expect(filesBelow(out)).toEqual(["000.txt"]);
  expect(redacted.exitCode).toBe(3);
  expect(codesOf(await runTuhei(["scan", folder, "-f", "json"], { env: hook }))).toEqual([undefined, "changed"]);
});
