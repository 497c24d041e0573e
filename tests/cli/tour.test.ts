import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exitCodes } from "../../packages/cli/dist/exit-codes.js";
import { catalogues } from "../../packages/cli/dist/messages/index.js";
import { reports } from "../../packages/cli/dist/reports/index.js";
import { commandTable } from "../builders/command-table.ts";
import { pdfOf } from "../builders/pdf.ts";
import { personOf } from "../builders/people.ts";
import { onTerminal } from "./on-terminal.ts";
import { emptyFolder, filesBelow, type Run, runTuhei } from "./run-tuhei.ts";

/** Where the tour goes; later stops find what earlier ones wrote. */
const home = emptyFolder();
const { phone, name } = personOf(7);
const formats = reports.map((report) => report.name);

/** One run of the command line. */
interface Stop {
  /** What is done, after the command's name. */
  readonly args: readonly string[];
  readonly command: string;
  readonly exit: keyof typeof exitCodes;
  /** What standard output says; with a usage error, standard error. */
  readonly says: string | RegExp;
  /** Report formats that the run writes, to `NAME.FORMAT`. */
  readonly writes?: string;
  readonly env?: NodeJS.ProcessEnv;
}

const failing = { NODE_OPTIONS: `--import=${new URL("fail-on-marker.mjs", import.meta.url).href}` };

/** `--format X --report Y` for each format, into files of one name. */
function everyReport(report: string): string[] {
  return formats.flatMap((format) => ["--format", format, "--report", `${report}.${format}`]);
}

const stops: readonly Stop[] = [
  { command: "doctor", args: [], exit: "ok", says: /^✓ Node/m },
  { command: "completion", args: [], exit: "ok", says: "_tuhei_yargs_completions", env: { SHELL: "/bin/bash" } },
  { command: "init", args: [], exit: "ok", says: "tuhei.config.jsonc is written" },
  { command: "init", args: [], exit: "usage", says: "is a configuration already" },
  { command: "rules", args: ["list"], exit: "ok", says: /^phone +Mobile phone number$/m },
  { command: "rules", args: ["explain", "id-card"], exit: "ok", says: "checksum" },
  { command: "rules", args: ["test", "phone", `电话 ${phone}`], exit: "found", says: "format, label" },
  { command: "scan", args: ["papers", ...everyReport("scan")], exit: "found", says: "", writes: "scan" },
  { command: "scan", args: ["quiet.txt"], exit: "ok", says: "1 file, 0 findings" },
  { command: "scan", args: ["papers", "broken.pdf"], exit: "incomplete", says: "damaged" },
  { command: "scan", args: ["papers", "--formt", "json"], exit: "usage", says: "Did you mean --format?" },
  { command: "scan", args: ["defect.txt"], exit: "internal", says: "a defect in tuhei", env: failing },
  {
    command: "redact",
    args: ["papers", "--out", "clean", ...everyReport("redact")],
    exit: "ok",
    says: "",
    writes: "redact",
  },
  { command: "redact", args: ["papers", "--out", "clean"], exit: "incomplete", says: "the output exists already" },
  { command: "redact", args: ["papers", "--out", "other", "--dry-run"], exit: "ok", says: "nothing was written" },
  {
    command: "verify",
    args: ["clean", "--against", "papers", ...everyReport("verify")],
    exit: "ok",
    says: "",
    writes: "verify",
  },
  { command: "verify", args: ["papers"], exit: "found", says: "still hold" },
  { command: "baseline", args: ["create", "papers"], exit: "ok", says: "" },
  { command: "baseline", args: ["audit", "papers"], exit: "ok", says: "" },
  { command: "scan", args: ["papers", "--baseline", "tuhei.baseline"], exit: "ok", says: "" },
];

/** How a report of each format is read by those whom it is for. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  github: (text) => expect(text).toMatch(/^(?:::(?:error|warning|notice) .*\n)*\d+ files?\b/),
  gitlab: (text) => expect(JSON.parse(text)).toBeInstanceOf(Array),
  html: (text) => expect(text).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/i),
  json: (text) => expect(JSON.parse(text)).toHaveProperty("summary"),
  jsonl: (text) =>
    expect(
      text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).not.toEqual([]),
  junit: (text) => expect(text).toMatch(/^<\?xml [\s\S]*<\/testsuites>\s*$/),
  markdown: (text) => expect(text).toMatch(/^#+ /m),
  pretty: (text) => expect(text).toMatch(/\d files?/),
  sarif: (text) => expect(JSON.parse(text)).toHaveProperty("runs.0.results"),
};

/** Two papers with personal information, one without, one that is damaged and one that sets off a defect. */
async function layOut(): Promise<void> {
  mkdirSync(join(home, "papers"));
  writeFileSync(join(home, "papers", "a.txt"), `姓名：${name}，电话：${phone}\n`);
  const texts = [{ text: `电话：${phone}`, x: 72, y: 100 }];
  writeFileSync(join(home, "papers", "b.pdf"), await pdfOf([{ texts }]));
  writeFileSync(join(home, "quiet.txt"), "nothing\n");
  writeFileSync(join(home, "broken.pdf"), "%PDF-1.7 and no more");
  writeFileSync(join(home, "defect.txt"), "set off a defect\n");
}

/** What a stop left, by the exit code it ended with. */
function expectLeft({ exit, says, writes }: Stop, { stdout, stderr, exitCode }: Run): void {
  expect(exitCode, stderr).toBe(exitCodes[exit]);
  const told = exit === "usage" ? stderr : stdout;
  if (typeof says === "string") expect(told).toContain(says);
  else expect(told).toMatch(says);
  const said = [stdout, stderr];
  if (writes !== undefined) {
    for (const format of formats) {
      const report = readFileSync(join(home, `${writes}.${format}`), "utf8");
      readers[format]!(report);
      said.push(report);
    }
  }
  for (const text of said) {
    expect(text).not.toContain(phone);
    expect(text).not.toContain(name);
  }
}

describe("a tour of the command line", () => {
  test.sequential("calls at every command, and has a reader for every format", () => {
    const { commands } = commandTable(catalogues.en);
    const called = new Set(stops.map(({ command }) => command));
    expect([...called].sort()).toEqual([...commands.map((command) => command.name), "completion"].sort());
    expect(Object.keys(readers)).toEqual(formats);
    // Every command that works through files writes every format.
    const writing = stops.filter(({ writes }) => writes !== undefined).map(({ command }) => command);
    const fileCommands = commands.filter(({ positionals }) => positionals === "[paths..]");
    expect(writing.sort()).toEqual(fileCommands.map((command) => command.name));
  });

  test.sequential("ends in every way there is", () => {
    const ended = new Set([...stops.map(({ exit }) => exit), "interrupted"]);
    expect([...ended].sort()).toEqual(Object.keys(exitCodes).sort());
  });

  test.sequential("sets out", layOut);

  for (const stop of stops) {
    test.sequential(`tuhei ${[stop.command, ...stop.args].join(" ").slice(0, 60)} ends with ${exitCodes[stop.exit]}`, async () => {
      const { command, args, env } = stop;
      expectLeft(stop, await runTuhei([command, ...args], { cwd: home, ...(env && { env }) }));
    });
  }

  test.sequential("left copies in which nothing stands, and no half file", () => {
    expect(filesBelow(join(home, "clean"))).toEqual(["a.txt", "b.pdf"]);
    expect(readFileSync(join(home, "clean", "a.txt"), "utf8")).toMatch(/^姓名：█+，电话：█+\n$/);
    expect(existsSync(join(home, "other"))).toBe(false);
  });
});

describe("on a terminal", () => {
  const folder = emptyFolder();
  const out = join(emptyFolder(), "out");
  const env = { XDG_STATE_HOME: emptyFolder() };
  const FILES = 10;
  const last = join(folder, `${FILES - 1}.txt`);
  for (let index = 0; index < FILES; index++)
    writeFileSync(join(folder, `${index}.txt`), `电话：${personOf(index).phone}\n`);
  writeFileSync(last, "never come to an end\n");
  const done = () => (existsSync(out) ? filesBelow(out).length : 0);
  const redact = ["redact", folder, "--out", out, "--jobs", "2"];

  test.sequential("Ctrl-C stops all processes at once, leaves nothing half written, and says how to go on", async () => {
    const { exitCode, shown } = await onTerminal(redact, { isTime: () => done() === FILES - 1, env });
    expect(exitCode).toBe(exitCodes.interrupted);
    expect(shown).toContain("stopped: 9 of 10 files are done, nothing is half written; go on with --resume");
    expect(filesBelow(out).every((file) => file.endsWith(".txt"))).toBe(true);
  });

  test.sequential("--resume goes on from there, with a bar that is gone at the end", async () => {
    writeFileSync(last, `电话：${personOf(FILES).phone}\n`);
    const { exitCode, shown } = await onTerminal([...redact, "--resume"], { env });
    expect(exitCode).toBe(exitCodes.ok);
    expect(shown).toMatch(/[█░]{24} \d+\/10 · \d+\.\d\/s/);
    const end = shown.split("\r\u001b[K").at(-1);
    expect(end).toContain("9 of them were done already");
    expect(end).not.toContain("░");
    expect(done()).toBe(FILES);
  });
});
