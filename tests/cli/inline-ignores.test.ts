import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { personOf } from "../builders/people.js";
import { emptyFolder, runTuhei } from "./run-tuhei.js";

const [person, other] = [personOf(21), personOf(22)];
const MARKED = `电话：${person.phone} # tuhei-ignore-line phone -- the shop's own\n电话：${other.phone}\n`;
let folder: string;

beforeEach(() => {
  folder = emptyFolder();
  write("docs/a.txt", MARKED);
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const run = (...args: string[]) => runTuhei(args, { cwd: folder, env: { XDG_CONFIG_HOME: join(folder, "home") } });

async function scan(...args: string[]) {
  const { stdout, exitCode } = await run("scan", "docs", "-f", "json", ...args);
  const { files, summary } = JSON.parse(stdout);
  return { exitCode, summary, file: files[0], lines: files[0].findings.map(({ line }: { line: number }) => line) };
}

test("a text never silences a finding by itself, nor by a configuration that came with it", async () => {
  write("docs/tuhei.config.json", JSON.stringify({ inlineIgnores: true }));
  for (const args of [[], ["--no-inline-ignores"]]) {
    const { lines, file } = await scan(...args);
    expect(lines).toEqual([1, 2]);
    expect(file).toMatchObject({ warnings: [] });
  }
});

test.each(["--inline-ignores", "the user's configuration"])("%s lets marks count, and says how many", async (how) => {
  if (!how.startsWith("-")) write("tuhei.config.json", JSON.stringify({ inlineIgnores: true }));
  const options = how.startsWith("-") ? [how] : [];
  const { lines, file, summary } = await scan(...options);
  expect(lines).toEqual([2]);
  expect(file).toMatchObject({ silenced: 1, warnings: [] });
  expect(summary).toMatchObject({ findings: 1, byType: { phone: 1 }, silenced: 1 });
  for (const format of ["pretty", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "html"]) {
    const { stdout } = await run("scan", "docs", "-f", format, ...options);
    expect(stdout.replace(/&#\d+;/g, " ")).toMatch(/1 silenced by marks in the text|"silenced":1/);
    expect(stdout).not.toContain(person.phone);
  }
});

test("the exit code is 0 when nothing else is left, with several processes too", async () => {
  for (const name of ["a", "b", "c"]) write(`docs/${name}.csv`, `电话,备注\n${person.phone},tuhei-ignore-line\n`);
  write("docs/a.txt", "\n");
  expect((await run("scan", "docs")).exitCode).toBe(1);
  expect((await run("scan", "docs", "--inline-ignores", "--jobs", "2")).exitCode).toBe(0);
});

test("marks that do nothing or name no type are warnings with a code and a line, in both languages", async () => {
  write("docs/a.txt", `tuhei-ignore-next-line\n\n电话：${other.phone} tuhei-ignore-line fone\ntuhei-ignore-line\n`);
  const { file, lines } = await scan("--inline-ignores");
  expect(lines).toEqual([3]);
  expect(file.warnings).toEqual([
    { code: "unknown-ignore-type", message: "a tuhei-ignore mark names a type that there is not: line 3" },
    { code: "unused-ignore", message: "a tuhei-ignore mark silences nothing: line 1, 4" },
  ]);
  const { stdout } = await run("scan", "docs", "--inline-ignores", "--lang", "zh", "-f", "sarif");
  const notes = JSON.parse(stdout).runs[0].invocations[0].toolExecutionNotifications;
  expect(notes).toMatchObject([
    {
      descriptor: { id: "unknown-ignore-type" },
      level: "warning",
      message: { text: "tuhei-ignore 标记里有未知类型：第 3 行" },
    },
    {
      descriptor: { id: "unused-ignore" },
      level: "warning",
      message: { text: "tuhei-ignore 标记没有作用：第 1, 4 行" },
    },
  ]);
});

test("a type of the user's own may be named", async () => {
  const detectors = [{ entityType: "custom-staff", title: "工号", pattern: "E\\d{6}", labels: ["工号"] }];
  write("tuhei.config.json", JSON.stringify({ detectors, inlineIgnores: true }));
  write("docs/a.txt", "工号：E204816 tuhei-ignore-line custom-staff\n工号：E204817 tuhei-ignore-line custom-else\n");
  const { lines, file } = await scan();
  expect(lines).toEqual([2]);
  expect(file.warnings).toMatchObject([{ code: "unknown-ignore-type" }]);
});

test("a copy keeps nothing that is marked", async () => {
  for (const args of [
    ["redact", "docs", "--out", "out"],
    ["verify", "docs"],
  ]) {
    const { exitCode, stderr } = await run(...args, "--inline-ignores");
    expect(exitCode).toBe(2);
    expect(stderr).toContain("--inline-ignores is for scan");
  }
  write("tuhei.config.json", JSON.stringify({ inlineIgnores: true }));
  expect((await run("verify", "docs")).exitCode).toBe(1);
  expect((await run("redact", "docs", "--out", "out")).exitCode).toBe(0);
  expect(readFileSync(join(folder, "out/a.txt"), "utf8")).not.toContain(person.phone);
});

test("a baseline notes nothing that is marked", async () => {
  await run("baseline", "create", "docs", "--inline-ignores");
  expect(readFileSync(join(folder, "tuhei.baseline"), "utf8").trimEnd().split("\n")).toHaveLength(2);
  expect((await scan("--baseline", "tuhei.baseline", "--inline-ignores")).exitCode).toBe(0);
  expect((await scan("--baseline", "tuhei.baseline")).lines).toEqual([1]);
});
