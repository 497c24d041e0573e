import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { catalogues } from "../../packages/cli/dist/messages/index.js";
import { reports } from "../../packages/cli/dist/reports/index.js";
import { commandTable } from "../builders/command-table.ts";
import { bin, emptyFolder, filesBelow, runTuhei } from "./run-tuhei.ts";

const hook = new URL("no-socket.mjs", import.meta.url).href;
const documents = fileURLToPath(new URL("../../examples/documents", import.meta.url));
const env = { NODE_OPTIONS: `--import=${hook}` };

const report = join(emptyFolder(), "report.html");

test.each([
  ["a bank card and its OCR", "银行卡.png", []],
  ["the second OCR engine", "银行卡.png", ["--ocr", "tesseract"]],
  ["a waybill and its barcodes", "快递单-面单.png", []],
  ["a PDF, with its small pictures", "登机牌.pdf", ["-f", "pretty", "--report", "-", "-f", "html", "--report", report]],
  ["text", "聊天记录.txt", []],
])("%s is redacted without a socket", async (_what, name, options) => {
  const run = await runTuhei(["redact", join(documents, name), "--out", emptyFolder(), ...options], { env });
  expect(run.stderr).not.toContain("network");
  expect(run.exitCode).not.toBe(99);
  expect(run.stdout).toContain(name);
});

/** What every command, and every action of those that have several, is run with; and the exit code that says it did its work. */
const RUNS: Readonly<Record<string, { readonly args: readonly string[]; readonly exitCode?: number }>> = {
  "baseline create": { args: ["papers"], exitCode: 0 },
  "baseline add": { args: ["papers"], exitCode: 0 },
  "baseline audit": { args: ["papers"], exitCode: 0 },
  "baseline prune": { args: ["papers"], exitCode: 0 },
  completion: { args: [], exitCode: 0 },
  // Whether all is there is not asked here.
  doctor: { args: [] },
  init: { args: [], exitCode: 0 },
  redact: {
    args: ["papers", "--out", "copies", "--jobs", "2", ...everyFormat()],
    exitCode: 0,
  },
  "rules explain": { args: ["phone"], exitCode: 0 },
  "rules list": { args: [], exitCode: 0 },
  "rules test": { args: ["phone", "电话 13900001234"], exitCode: 1 },
  scan: {
    args: ["papers", "--baseline", "tuhei.baseline", "--inline-ignores", "--jobs", "2", ...everyFormat()],
    exitCode: 0,
  },
  verify: { args: ["copies", "--against", "papers", "--jobs", "2", ...everyFormat()], exitCode: 0 },
};

function everyFormat(): string[] {
  return reports.flatMap(({ name }) => ["-f", name, "--report", `report-${name}`]);
}

test("no command opens a socket, in any process, with any report", async () => {
  const actions = commandTable(catalogues.en).commands.flatMap(({ name, arguments: given }) => {
    const { choices = [""] } = given.find((argument) => argument.name === "action") ?? {};
    return choices.map((action) => `${name} ${action}`.trim());
  });
  // Whoever adds a command says here how it is run.
  expect([...actions, "completion"].sort()).toEqual(Object.keys(RUNS).sort());
  const cwd = emptyFolder();
  mkdirSync(join(cwd, "papers"));
  for (const name of ["a.txt", "b.csv"]) writeFileSync(join(cwd, "papers", name), "姓名：林晓峰\n电话：13900001234\n");
  // What one makes the next works on: a baseline before it is used, copies before they are verified.
  for (const [command, { args, exitCode }] of Object.entries(RUNS)) {
    const run = await runTuhei([...command.split(" "), ...args], { cwd, env: { ...env, XDG_CONFIG_HOME: cwd } });
    expect(run.stderr, command).not.toContain("network");
    if (exitCode !== undefined) expect(run.exitCode, `${command}: ${run.stderr}`).toBe(exitCode);
  }
});

const isolated = ["-rn", process.execPath];
const canIsolate = spawnSync("unshare", [...isolated, "-e", ""]).status === 0;

test.skipIf(!canIsolate)(
  "a picture and a scan are read, redacted and proven where there is no network at all (skipped where the kernel makes no namespace)",
  async () => {
    const interfaces = "console.log(Object.keys(os.networkInterfaces()).length)";
    expect(spawnSync("unshare", [...isolated, "-e", interfaces], { encoding: "utf8" }).stdout).toBe("0\n");
    const names = ["快递单-面单.png", "身份证复印件.pdf"];
    const out = emptyFolder();
    const args = ["redact", ...names.map((name) => join(documents, name)), "--out", out, "-f", "json"];
    const { stdout, stderr } = await promisify(execFile)("unshare", [...isolated, bin, ...args], {
      env: { ...process.env, TUHEI_LANG: "en", XDG_STATE_HOME: emptyFolder() },
      maxBuffer: 1e8,
    }).catch((error) => error);
    expect(stderr).not.toContain("internal");
    const { files } = JSON.parse(stdout) as { files: readonly IsolatedFile[] };
    expect(filesBelow(out)).toEqual([...names].sort());
    // An engine that could not be loaded would be a gap.
    expect(
      files.flatMap(({ gaps }) => gaps.map(({ code }) => code)).filter((code) => code !== "low-confidence"),
    ).toEqual([]);
    const types = new Set(files.flatMap(({ findings }) => findings.map(({ type }) => type)));
    for (const type of ["barcode", "face", "id-card", "name", "phone"]) expect(types).toContain(type);
  },
  // Engines are loaded anew, and the machine may do other things.
  300_000,
);

interface IsolatedFile {
  readonly gaps: readonly { readonly code: string }[];
  readonly findings: readonly { readonly type: string }[];
}

test.each([
  ["connects", 'import net from "node:net"; net.connect(9, "127.0.0.1");'],
  ["listens", 'import net from "node:net"; net.createServer().listen(0);'],
  ["looks up a name", 'import dns from "node:dns"; dns.lookup("localhost", () => undefined);'],
  ["fetches", 'await fetch("http://127.0.0.1:9");'],
])("the hook does see who %s", (_what, code) => {
  const script = join(emptyFolder(), "reach.mjs");
  writeFileSync(script, code);
  expect(spawnSync(process.execPath, ["--import", hook, script]).status).toBe(99);
});

test("text is scanned without loading OCR, PDF, picture or barcode engines", async () => {
  const file = join(emptyFolder(), "a.txt");
  writeFileSync(file, "电话：13900001234\n");
  const loaded = new URL("loaded-modules.mjs", import.meta.url).href;
  const run = await runTuhei(["scan", file, "--format", "json"], { env: { NODE_OPTIONS: `--import=${loaded}` } });
  expect(run.exitCode).toBe(1);
  expect(run.stderr).toContain("loaded:");
  expect(run.stderr).not.toMatch(/sharp|pdfium|pdf-lib|onnxruntime|tesseract|zxing/);
});

test.each([["--version"], ["scan", "--version"]])("%s tells the version of the package", async (...args) => {
  const manifest = readFileSync(new URL("../../packages/cli/package.json", import.meta.url), "utf8");
  const loaded = new URL("loaded-modules.mjs", import.meta.url).href;
  const run = await runTuhei(args, { env: { NODE_OPTIONS: `--import=${loaded}` } });
  expect(run.stdout).toBe(`${JSON.parse(manifest).version}\n`);
  // By itself it loads nothing: neither the parser nor a checker of configurations.
  if (args.length === 1) expect(run.stderr).toBe("");
  expect(run.stderr).not.toMatch(/zod|yaml|ignore/);
});
