import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { emptyFolder, runTuhei, startTuhei } from "./run-tuhei.js";
import { sarifErrors } from "./sarif-schema.js";

const PHONE = "13900001234";
const ODD_NAME = '客户, 100%: <名单> & "a\'b" | `c`\n::error::d.txt';
let folder: string;

beforeEach(() => {
  folder = emptyFolder();
  writeFileSync(join(folder, "clean.txt"), "nothing here\n");
  writeFileSync(join(folder, "phones.txt"), `第一行\n电话：${PHONE}\n电话：${PHONE}\n`);
  writeFileSync(join(folder, ODD_NAME), `电话：${PHONE}\n`);
  writeFileSync(join(folder, "broken.pdf"), "%PDF-1.7\n");
});

const scan = (...args: string[]) => runTuhei(["scan", ".", ...args], { cwd: folder });

test("a report says the same beside one that shows more or less of a file", async () => {
  const phones = Array.from({ length: 30 }, (_, index) => `电话：139000012${10 + index}\n`);
  writeFileSync(join(folder, "many.txt"), phones.join(""));
  const written = async (...formats: string[]) => {
    const out = emptyFolder();
    const args = formats.flatMap((format) => ["-f", format, "--report", join(out, format)]);
    await scan(...args, "--color", "false");
    return formats.map((format) => readFileSync(join(out, format), "utf8"));
  };
  const [[pretty], [jsonl], [json]] = [await written("pretty"), await written("jsonl"), await written("json")];
  expect(pretty).toContain("18");
  expect(
    jsonl!
      .split("\n")
      .find((line) => line.includes("many.txt"))!
      .match(/"phone"/g),
  ).toHaveLength(30);
  expect(await written("pretty", "jsonl", "json")).toEqual([pretty, jsonl, json]);
  expect(await written("pretty", "jsonl")).toEqual([pretty, jsonl]);
});

describe("sarif", () => {
  test("is valid by the official schema and names place, rule and confidence", async () => {
    const { stdout, exitCode } = await scan("-f", "sarif");
    const log = JSON.parse(stdout);
    expect(sarifErrors(log)).toEqual([]);
    expect(exitCode).toBe(3);
    const [run] = log.runs;
    expect(run.results).toHaveLength(3);
    const inPhones = run.results.filter(({ locations }: never) => uriOf(locations) === "phones.txt");
    expect(inPhones[0]).toMatchObject({
      ruleId: "phone",
      level: "error",
      locations: [{ physicalLocation: { region: { startLine: 2 } } }],
      properties: { masked: expect.stringContaining("*"), confidence: expect.any(Number) },
    });
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(run.invocations[0].toolExecutionNotifications).toMatchObject([
      { descriptor: { id: "damaged" }, level: "error" },
    ]);
    const uris = run.results.map(({ locations }: never) => decodeURIComponent(uriOf(locations)));
    expect(uris).toContain(ODD_NAME);
  });

  test("is valid when there is nothing to tell, for every command", async () => {
    const clean = join(folder, "clean.txt");
    for (const args of [
      ["scan", clean],
      ["verify", clean],
      ["redact", clean, "--out", join(folder, "out")],
    ]) {
      const log = JSON.parse((await runTuhei([...args, "-f", "sarif"])).stdout);
      expect(sarifErrors(log)).toEqual([]);
      expect(log.runs[0]).toMatchObject({ results: [], invocations: [{ executionSuccessful: true }] });
    }
  });

  test("the check fails on a log that is not SARIF", () => {
    expect(sarifErrors({ version: "2.1.0", runs: [{ tool: {} }] })).not.toEqual([]);
  });

  test("residue that verify sees is a result", async () => {
    const { stdout } = await runTuhei(["verify", join(folder, "phones.txt"), "-f", "sarif"]);
    const log = JSON.parse(stdout);
    expect(sarifErrors(log)).toEqual([]);
    expect(log.runs[0].results[0]).toMatchObject({ ruleId: "residue", level: "error" });
  });

  test("residue is codes to machines in every language, and Chinese to a Chinese reader", async () => {
    const verify = (...args: string[]) => runTuhei(["verify", join(folder, "phones.txt"), "--lang", "zh", ...args]);
    const [file] = JSON.parse((await verify("-f", "json")).stdout).files;
    expect(file.residue).toEqual([
      { check: "no-value-in-bytes", detail: "a redacted value in the raw bytes" },
      { check: "fresh-scan", detail: "phone" },
    ]);
    expect((await verify("-f", "pretty")).stdout).toContain("手机号 (fresh-scan)");
    const log = JSON.parse((await verify("-f", "sarif")).stdout);
    expect(log.runs[0].results[1].message.text).toBe("手机号 (fresh-scan)");
  });

  test("fingerprints differ, and stay when lines are added above", async () => {
    const prints = async () => {
      const [run] = JSON.parse((await scan("-f", "sarif")).stdout).runs;
      return run.results.map((result: { partialFingerprints: object }) => Object.values(result.partialFingerprints)[0]);
    };
    const before = await prints();
    expect(new Set(before).size).toBe(before.length);
    writeFileSync(join(folder, "phones.txt"), `新\n新\n${readFileSync(join(folder, "phones.txt"), "utf8")}`);
    expect(await prints()).toEqual(before);
  });

  test("findings below --fail-on are notes, as they are to the exit code", async () => {
    rmSync(join(folder, "broken.pdf"));
    const { stdout, exitCode } = await scan("-f", "sarif", "--fail-on", "1");
    expect(exitCode).toBe(0);
    const levels = JSON.parse(stdout).runs[0].results.map(({ level }: { level: string }) => level);
    expect(new Set(levels)).toEqual(new Set(["note"]));
  });
});

function uriOf(locations: { physicalLocation: { artifactLocation: { uri: string } } }[]): string {
  return locations[0]!.physicalLocation.artifactLocation.uri;
}

describe("junit", () => {
  test("is XML with a test case a file, its findings failures and what was not read an error", async () => {
    const { stdout } = await scan("-f", "junit");
    expect(stdout).toContain('<testsuites name="tuhei" tests="4" failures="2" errors="1">');
    expect(stdout).toMatch(/<testcase classname="tuhei.scan" name="clean.txt"><\/testcase>/);
    expect(stdout).toMatch(/name="broken.pdf">\n<error type="damaged"/);
    const file = join(emptyFolder(), "report.xml");
    writeFileSync(file, stdout);
    const script =
      "import sys,json,xml.etree.ElementTree as e\nprint(json.dumps([c.get('name') for c in e.parse(sys.argv[1]).iter('testcase')]))";
    expect(JSON.parse(execFileSync("python3", ["-c", script, file], { encoding: "utf8" }))).toContain(ODD_NAME);
  });
});

describe("github", () => {
  test("a line a finding, and no name of a file becomes a command", async () => {
    const { stdout } = await scan("-f", "github");
    expect(stdout).toMatch(
      /^::error file=phones\.txt,line=2,title=tuhei phone::Mobile phone number 139\*+\d+ \(line 2;/m,
    );
    expect(stdout).toContain("file=客户%2C 100%25%3A <名单>");
    const commands = stdout.split("\n").filter((line) => line.startsWith("::"));
    expect(commands).toHaveLength(4);
    for (const command of commands) expect(command).toMatch(/^::(error|warning|notice) file=.*,title=tuhei [a-z-]+::/);
  });

  test("the summary of the job is appended to its file, after what stands there", async () => {
    const summary = join(emptyFolder(), "summary.md");
    writeFileSync(summary, "before\n");
    await runTuhei(["scan", ".", "-f", "github"], { cwd: folder, env: { GITHUB_STEP_SUMMARY: summary } });
    expect(readFileSync(summary, "utf8")).toMatch(/^before\n# tuhei scan\n/);
  });

  test("a summary that cannot be written is told in one line", async () => {
    const env = { GITHUB_STEP_SUMMARY: join(folder, "absent", "summary.md") };
    const run = await runTuhei(["scan", "clean.txt", "-f", "github"], { cwd: folder, env });
    expect(run.exitCode).toBe(2);
    expect(run.stderr.trim().split("\n")).toEqual([expect.stringContaining("summary.md")]);
  });

  test("no other report touches the summary of the job", async () => {
    const summary = join(emptyFolder(), "summary.md");
    await runTuhei(["scan", ".", "-f", "markdown"], { cwd: folder, env: { GITHUB_STEP_SUMMARY: summary } });
    expect(existsSync(summary)).toBe(false);
  });
});

describe("gitlab", () => {
  test("has what the format asks for, with fingerprints of their own", async () => {
    const issues = JSON.parse((await scan("-f", "gitlab")).stdout) as Record<string, never>[];
    expect(issues).toHaveLength(4);
    for (const issue of issues) {
      expect(issue).toMatchObject({
        check_name: expect.stringMatching(/^tuhei\/[a-z-]+$/),
        description: expect.any(String),
        severity: "major",
        location: { path: expect.any(String), lines: { begin: expect.any(Number) } },
      });
    }
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(4);
  });
});

describe("markdown", () => {
  test("a name of a file cannot break a table or become markup", async () => {
    const { stdout } = await scan("-f", "markdown", "--lang", "zh");
    const rows = stdout.split("\n").filter((line) => line.startsWith("|"));
    expect(rows).toHaveLength(2 + 4 + 2 + 4);
    for (const row of rows) expect(row.match(/\|/g)).toHaveLength(4);
    expect(stdout).not.toContain("<名单>");
    expect(stdout).toContain("| 文件 | 命中 | 状态 |");
  });
});

describe("several reports in one run", () => {
  test("each format goes to the report file of the same rank, one to standard output", async () => {
    const run = await scan("-f", "sarif", "-o", "a.sarif", "-f", "junit", "-o", "b.xml", "-f", "pretty", "-o", "-");
    expect(run.exitCode).toBe(3);
    expect(sarifErrors(JSON.parse(readFileSync(join(folder, "a.sarif"), "utf8")))).toEqual([]);
    expect(readFileSync(join(folder, "b.xml"), "utf8")).toContain("<testsuites");
    expect(run.stdout).toContain("4 files, 3 findings");
  });

  test("redact writes reports beside its copies", async () => {
    const out = join(folder, "out");
    await runTuhei(["redact", "phones.txt", "-o", out, "-f", "json", "--report", "r.json"], { cwd: folder });
    expect(JSON.parse(readFileSync(join(folder, "r.json"), "utf8")).files[0].verified).toBe(true);
  });

  test("an earlier report in the folder is replaced and not scanned", async () => {
    for (const _ of [1, 2]) {
      await scan("-f", "json", "-o", "a.json", "-f", "sarif", "-o", "b.sarif", "-f", "gitlab", "-o", "c.json");
      expect(JSON.parse(readFileSync(join(folder, "a.json"), "utf8")).files).toHaveLength(4);
    }
  });

  test.each([
    ["formats without files of their own", ["-f", "json", "-f", "sarif", "-o", "a.sarif"]],
    ["two reports on standard output", ["-f", "json", "-o", "-", "-f", "sarif", "-o", "-"]],
    ["two reports in one file", ["-f", "json", "-o", "a", "-f", "sarif", "-o", "a"]],
    ["a report in a folder that is not there", ["-f", "json", "-o", "absent/a"]],
    ["a format that is unknown", ["-f", "word"]],
  ])("%s are refused before anything is read", async (_what, args) => {
    const run = await scan(...args);
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toBe("");
    expect(existsSync(join(folder, "a"))).toBe(false);
  });

  test.each(["phones.txt", "link"])("a report never replaces an input: %s", async (name) => {
    symlinkSync("phones.txt", join(folder, "link"));
    const before = readFileSync(join(folder, "phones.txt"));
    for (const path of [".", "phones.txt"]) {
      const run = await runTuhei(["scan", path, "-f", "json", "-o", name], { cwd: folder });
      expect(run.exitCode).toBe(2);
      expect(run.stderr).toContain(name);
    }
    expect(readFileSync(join(folder, "phones.txt")).equals(before)).toBe(true);
  });

  test("the line of a file is there while the next one is still read", async () => {
    const child = startTuhei(["scan", join(folder, "phones.txt"), "-", "-f", "jsonl"]);
    const [first] = await once(child.stdout, "data");
    expect(JSON.parse(String(first)).path).toContain("phones.txt");
    child.stdin.end("电话：13900001234\n");
    const [second] = await once(child.stdout, "data");
    expect(JSON.parse(String(second)).path).toBe("-");
    await once(child, "close");
  });
});
