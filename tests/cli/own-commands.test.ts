import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { entityTypes } from "@tuhei/patterns";
import { describe, expect, test } from "vitest";
import { bin, emptyFolder, runTuhei } from "./run-tuhei.js";

const COMMANDS = ["baseline", "doctor", "init", "redact", "rules", "scan", "verify"];
const PHONE = "13900001234";

describe("tuhei rules", () => {
  test("lists every entity type, and those of the user's own", async () => {
    const cwd = emptyFolder();
    const detectors = [{ entityType: "custom-staff", title: "工号", pattern: "E\\d{6}", labels: ["工号"] }];
    writeFileSync(join(cwd, "tuhei.config.json"), JSON.stringify({ detectors }));
    const { stdout, exitCode } = await runTuhei(["rules", "list"], { cwd });
    const types = stdout.trimEnd().split("\n");
    expect(exitCode).toBe(0);
    expect(types.map((line) => line.split(" ")[0])).toEqual([...entityTypes, "custom-staff"]);
    const tried = await runTuhei(["rules", "test", "custom-staff", "工号：E204816"], { cwd });
    expect(tried.exitCode).toBe(1);
    expect(tried.stdout).not.toContain("E204816");
  });

  test("explains what a type is known by", async () => {
    const { stdout } = await runTuhei(["rules", "explain", "imei", "--lang", "zh"]);
    for (const part of ["手机串号", "校验位", "一串数字：旁有标签 0.95", "meid", "general：其他公民个人信息"])
      expect(stdout).toContain(part);
    const english = await runTuhei(["rules", "explain", "imei", "--lang", "en"]);
    expect(english.stdout).toContain("a run of digits: near its label 0.95");
  });

  test("explains every type in Chinese: no English but labels, names of the law's classes, OCR and abbreviations", async () => {
    for (const type of entityTypes) {
      const { stdout } = await runTuhei(["rules", "explain", type, "--lang", "zh"]);
      const [, ...lines] = stdout.split("\n");
      const labels = lines.indexOf("标签：") + 1;
      const words = lines.flatMap((line, at) => (at === labels ? [] : (line.match(/[A-Za-z]{2,}/g) ?? [])));
      expect(words.filter((word) => !/^(OCR|general|transaction|property|business)$/.test(word))).toEqual([]);
    }
  });

  test("tries a type on a text: masked, with place, score and reason", async () => {
    const found = await runTuhei(["rules", "test", "phone", `电话 ${PHONE}`]);
    expect(found.exitCode).toBe(1);
    expect(found.stdout).toMatch(/^4–14 {2}139\*{4}1234 {2}0\.\d\d {2}format, label\n$/);
    const nothing = await runTuhei(["rules", "test", "id-card", `电话 ${PHONE}`]);
    expect(nothing).toMatchObject({ exitCode: 0, stdout: "nothing found\n" });
  });

  test.each([
    [["rules", "explain"], "Name an entity type"],
    [["rules", "explain", "fone"], "Unknown entity types: fone"],
    [["rules", "test", "phone"], "Give a text"],
    [["rules", "show"], "Invalid values"],
  ])("%s is wrong usage", async (args, problem) => {
    const { exitCode, stderr } = await runTuhei(args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(problem);
  });
});

describe("tuhei init", () => {
  const FILE = "tuhei.config.jsonc";

  test.each(["zh", "en"])(
    "writes a configuration that is valid as it stands and with every key in force, in %s",
    async (lang) => {
      const cwd = emptyFolder();
      expect((await runTuhei(["init", "--lang", lang], { cwd })).exitCode).toBe(0);
      const config = async () => {
        const { stdout, exitCode } = await runTuhei(["scan", "--print-config"], { cwd });
        expect(exitCode).toBe(0);
        return JSON.parse(stdout).config;
      };
      expect(await config()).toEqual({ failOn: 0 });
      const path = join(cwd, FILE);
      writeFileSync(path, readFileSync(path, "utf8").replace(/^ {2}\/\/ (?=")/gm, "  "));
      expect(Object.keys(await config()).sort()).toEqual([
        "allow",
        "baseline",
        "detectors",
        "failOn",
        "inlineIgnores",
        "minScore",
        "off",
        "only",
        "profile",
        "rules",
        "unreadable",
      ]);
    },
  );

  test("never writes over a file, nor beside another configuration", async () => {
    for (const name of [FILE, "tuhei.config.yaml"]) {
      const cwd = emptyFolder();
      writeFileSync(join(cwd, name), "{}");
      const { exitCode, stderr } = await runTuhei(["init"], { cwd });
      expect(exitCode).toBe(2);
      expect(stderr).toContain(`${name} is a configuration already`);
      expect(readFileSync(join(cwd, name), "utf8")).toBe("{}");
      expect(existsSync(join(cwd, FILE))).toBe(name === FILE);
    }
  });
});

describe("tuhei doctor", () => {
  test("uses every part and says that all is there", async () => {
    const { stdout, exitCode } = await runTuhei(["doctor"]);
    for (const part of ["Node", "pdfium", "sharp", "PP-OCR", "tesseract", "zxing", "--jobs"])
      expect(stdout).toContain(part);
    expect(stdout).toMatch(/^✓ OCR: PP-OCR/m);
    expect(exitCode).toBe(stdout.includes("✗") ? 3 : 0);
  });

  test("says what is missing, what to do, and exits with 3", async () => {
    const file = join(emptyFolder(), "file");
    writeFileSync(file, "");
    const { stdout, exitCode } = await runTuhei(["doctor"], { env: { XDG_STATE_HOME: file } });
    expect(stdout).toMatch(/^✗ state folder .*XDG_STATE_HOME/m);
    expect(exitCode).toBe(3);
  });
});

describe("tuhei completion", () => {
  test.each([
    ["/bin/bash", "complete -o bashdefault -o default -F _tuhei_yargs_completions tuhei"],
    ["/bin/zsh", "#compdef tuhei"],
  ])("prints the script of %s", async (SHELL, line) => {
    const { stdout, exitCode } = await runTuhei(["completion"], { env: { SHELL } });
    expect(exitCode).toBe(0);
    expect(stdout).toContain(line);
  });

  test("knows commands and options", async () => {
    const complete = async (...words: string[]) =>
      (await runTuhei(["--get-yargs-completions", "tuhei", ...words], { env: { SHELL: "/bin/bash" } })).stdout;
    // The shell keeps those that begin as the word does.
    expect((await complete("re")).trim().split("\n")).toEqual(["completion", ...COMMANDS]);
    expect((await complete("scan", "--fail")).split("\n")).toContain("--fail-on");
  });

  /** What bash offers behind a line, after the script was sourced; "" for a word that is not begun. */
  function offeredBy(...words: readonly string[]): string[] {
    const script = `source <("${process.execPath}" "${bin}" completion)
      tuhei() { "${process.execPath}" "${bin}" "$@"; }
      COMP_WORDS=(tuhei "$@"); COMP_CWORD=$#; _tuhei_yargs_completions; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const env = { ...process.env, SHELL: "/bin/bash", TUHEI_LANG: "en" };
    const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", script, "bash", ...words], { env, encoding: "utf8" });
    expect(stderr).toBe("");
    return stdout.trim().split("\n").filter(Boolean);
  }

  test.each([
    [["sc"], ["scan"]],
    [["scan", "--fo"], ["--format"]],
    [["scan", "--format", "s"], ["sarif"]],
    [
      ["baseline", ""],
      ["create", "add", "audit", "prune"],
    ],
    [
      ["rules", "explain", "pas"],
      ["passport", "password"],
    ],
    [["scan", "--only", "id-"], ["id-card"]],
    [["scan", "--only", "id-card,pho"], ["id-card,phone"]],
    [["redact", "--keep", "out"], ["outline"]],
    // Nothing of ours, so that bash offers files.
    [["scan", ""], []],
    [["redact", "--out", ""], []],
    [["scan", "--format", "no-such,"], []],
  ])("bash completes %j", (words, expected) => {
    expect(offeredBy(...words)).toEqual(expected);
  });

  test("there is a script for fish, which asks the same", async () => {
    const { stdout, exitCode } = await runTuhei(["completion"], { env: { SHELL: "/usr/bin/fish" } });
    expect(stdout).toContain("complete -c tuhei");
    expect(stdout).toContain("tuhei --get-yargs-completions $words");
    expect(exitCode).toBe(0);
  });
});

describe("a slip of the keyboard", () => {
  test.each([
    [["scan", ".", "--formt", "json"], "Did you mean --format?"],
    [["redact", ".", "--out", "x", "--overwite"], "Did you mean --overwrite?"],
    [["scna", "."], "Did you mean scan?"],
    [["scan", ".", "-f", "jsno"], "Did you mean json?"],
    [["scan", ".", "--profile=tikcet"], "Did you mean ticket?"],
    [["scan", ".", "--only", "phone,id-crad"], "Did you mean id-card?"],
    [["rules", "explain", "phnoe"], "Did you mean phone?"],
  ])("in %s is told with what was meant", async (args, hint) => {
    const { exitCode, stderr } = await runTuhei(args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(hint);
  });

  test.each([
    [[], "Name a command: "],
    [["papers"], "papers is no command; there are baseline, "],
    [["redact", ".", "--out", ""], "--out needs a value"],
    [["redact", ".", "-o"], "--out needs a value"],
    [["scan", ".", "--config"], "--config needs a value"],
  ])("%j says what is missing, and writes nothing", async (args, message) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "a.txt"), "电话：13900001234\n");
    const { exitCode, stdout, stderr } = await runTuhei(args, { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(readdirSync(cwd)).toEqual(["a.txt"]);
  });

  test("that is near to nothing gets no advice", async () => {
    expect((await runTuhei(["scan", ".", "--bananas"])).stderr).not.toContain("Did you mean");
  });
});
