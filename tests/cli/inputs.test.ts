import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { bin, emptyFolder, filesBelow, runTuhei } from "./run-tuhei.js";

const TEXT = "姓名：林晓峰 电话：13900001234\n";
let folder: string;

beforeEach(() => {
  folder = emptyFolder();
  for (const path of ["docs/a.txt", "docs/b.csv", "docs/deep/er/c.txt", "docs/.hidden/d.txt"]) write(path, TEXT);
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function scan(args: readonly string[], input = "") {
  const run = await runTuhei(["scan", ...args, "-f", "json"], { cwd: folder, input: Buffer.from(input) });
  const { files, summary } = run.stdout === "" ? { files: [], summary: {} } : JSON.parse(run.stdout);
  const outcomes = Object.fromEntries(
    files.map(({ path, status, error }: { path: string; status: string; error?: { code: string } }) => [
      path,
      error?.code ?? status,
    ]),
  ) as Record<string, string>;
  return { ...run, outcomes, summary };
}

describe("patterns of paths", () => {
  test("are expanded, hidden folders included", async () => {
    const { outcomes, exitCode } = await scan(["docs/**/*.txt"]);
    expect(outcomes).toEqual({ "docs/.hidden/d.txt": "ok", "docs/a.txt": "ok", "docs/deep/er/c.txt": "ok" });
    expect(exitCode).toBe(1);
    expect((await scan(["docs/*.{csv,txt}"])).outcomes).toEqual({ "docs/a.txt": "ok", "docs/b.csv": "ok" });
    expect((await scan([join(folder, "docs/*.csv")])).outcomes).toEqual({ [join(folder, "docs/b.csv")]: "ok" });
  });

  test("that match nothing are reported", async () => {
    const { outcomes, exitCode } = await scan(["docs/*.pdf", "docs/a.txt"]);
    expect(outcomes).toEqual({ "docs/*.pdf": "not-found", "docs/a.txt": "ok" });
    expect(exitCode).toBe(3);
  });

  test("a file of that name is taken as it stands", async () => {
    write("[a]*.txt", TEXT);
    expect((await scan(["[a]*.txt"])).outcomes).toEqual({ "[a]*.txt": "ok" });
  });

  test("keep the folders below their fixed part in the output", async () => {
    await runTuhei(["redact", "docs/**/*.txt", "--out", "out"], { cwd: folder });
    expect(filesBelow(join(folder, "out"))).toEqual([".hidden/d.txt", "a.txt", "deep/er/c.txt"]);
  });
});

describe("--files-from", () => {
  test.each([
    ["lines", "docs/a.txt\r\ndocs/deep\n\nabsent.txt\n"],
    ["NUL", "docs/a.txt\0docs/deep\0absent.txt\0"],
  ])("reads paths parted by %s, and reports what is not there", async (_what, list) => {
    const expected = { "docs/a.txt": "ok", "docs/deep/er/c.txt": "ok", "absent.txt": "not-found" };
    expect((await scan(["--files-from", "-"], list)).outcomes).toEqual(expected);
    write("list", list);
    const { outcomes, exitCode } = await scan(["docs/b.csv", "--files-from", "list"]);
    expect(outcomes).toEqual({ "docs/b.csv": "ok", ...expected });
    expect(exitCode).toBe(3);
  });

  test("a name may hold a line end where NUL parts them", async () => {
    write("two\nlines.txt", TEXT);
    expect((await scan(["--files-from", "-"], "two\nlines.txt\0")).outcomes).toEqual({ "two\nlines.txt": "ok" });
  });

  test("two files of one name do not meet in the output", async () => {
    write("other/a.txt", TEXT);
    const list = Buffer.from("docs/a.txt\nother/a.txt\n");
    const run = await runTuhei(["redact", "--files-from", "-", "--out", "out"], { cwd: folder, input: list });
    expect(run.exitCode).toBe(0);
    expect(filesBelow(join(folder, "out"))).toEqual(["docs/a.txt", "other/a.txt"]);
    for (const name of ["docs", "other"])
      expect(readFileSync(join(folder, "out", name, "a.txt"), "utf8")).not.toContain("13900001234");
  });

  test("a path with .. stays inside of the output folder", async () => {
    write("work/x", "");
    const list = Buffer.from("../docs/a.txt\n");
    await runTuhei(["redact", "--files-from", "-", "--out", "out"], { cwd: join(folder, "work"), input: list });
    expect(filesBelow(join(folder, "work/out"))).toEqual(["a.txt"]);
  });

  test.each([
    ["a list that is not there", ["--files-from", "absent"]],
    ["standard input taken twice", ["-", "--files-from", "-"]],
  ])("%s is wrong usage", async (_what, args) => {
    expect((await scan(args)).exitCode).toBe(2);
  });

  test("an empty list is a scan of nothing", async () => {
    expect(await scan(["--files-from", "-"])).toMatchObject({ exitCode: 0, outcomes: {} });
  });
});

describe(".tuheiignore", () => {
  test("leaves out files and whole folders, which are counted", async () => {
    write(".tuheiignore", "# tests\n*.csv\ndeep/\n");
    const { outcomes, summary } = await scan(["docs"]);
    expect(outcomes).toEqual({ "docs/.hidden/d.txt": "ok", "docs/a.txt": "ok" });
    expect(summary.ignoreFile).toEqual({ path: ".tuheiignore", entries: 2 });
    const { stdout } = await runTuhei(["scan", "docs"], { cwd: folder });
    expect(stdout).toContain("2 files or folders left out by .tuheiignore");
  });

  test("takes back with !, and holds for lists but not for a file named on the command line", async () => {
    write(".tuheiignore", "*.txt\n!a.txt\n");
    expect((await scan(["--files-from", "-"], "docs/deep/er/c.txt\ndocs/a.txt\n")).outcomes).toEqual({
      "docs/a.txt": "ok",
    });
    expect((await scan(["docs/deep/er/c.txt"])).outcomes).toEqual({ "docs/deep/er/c.txt": "ok" });
  });

  test("among the documents does not count, which is told, unless it is named", async () => {
    write(".tuheiignore", "*\n");
    write("docs/.tuheiignore", "*\n");
    for (const [args, input] of [[["."]], [["**/*.txt"]], [["--files-from", "-"], ".\n"]] as [string[], string?][]) {
      const { outcomes, stderr } = await scan(args, input);
      expect(outcomes["docs/a.txt"]).toBe("ok");
      expect(stderr).toContain("--ignore-file .tuheiignore");
    }
    expect((await scan([".", "--ignore-file", ".tuheiignore"])).outcomes).toEqual({});
    expect(Object.keys((await scan(["docs", "--no-ignore-file"])).outcomes)).toHaveLength(5);
  });
});

describe("a configuration among listed documents", () => {
  test("does not count", async () => {
    write("tuhei.config.json", '{"off": ["phone", "name"]}');
    for (const [args, input] of [[["**/*.txt"]], [["--files-from", "-"], ".\n"]] as [string[], string?][])
      expect(await scan(args, input)).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("--config") });
  });
});

describe("a repository", () => {
  /** What git makes of `git init` and a commit, as far as anybody looks. */
  function gitInto(path: string): void {
    write(`${path}/.git/HEAD`, "ref: refs/heads/main\n");
    write(`${path}/.git/objects/de/ad`, "\0\x01\x02");
  }

  test("in which the user works is scanned without its history, which is told and no failure", async () => {
    gitInto(".");
    const { outcomes, summary, exitCode } = await scan(["."]);
    expect(Object.keys(outcomes)).toHaveLength(4);
    expect(summary.gitHistory).toBe(".git");
    expect(exitCode).toBe(1);
    const shown = await runTuhei(["scan", "../docs", folder], { cwd: join(folder, "docs") });
    expect(shown.stdout).toContain(".git left out: history is not looked through");
    expect(shown.exitCode).toBe(1);
  });

  test("among the documents has a history that was not read: one line", async () => {
    gitInto("docs/theirs");
    const { outcomes, exitCode } = await scan(["docs"]);
    expect(outcomes["docs/theirs/.git"]).toBe("git-history");
    expect(Object.keys(outcomes)).toHaveLength(5);
    expect(exitCode).toBe(3);
  });

  test("keeps a history where it is: no copy has one", async () => {
    gitInto(".");
    const out = join(emptyFolder(), "out");
    const { exitCode } = await runTuhei(["redact", ".", "--out", out], { cwd: folder });
    expect(filesBelow(out)).toHaveLength(4);
    expect(exitCode).toBe(0);
  });

  test("a folder that is only called .git is a folder, and one that is named is looked into", async () => {
    write("docs/.git/a.txt", TEXT);
    expect((await scan(["docs"])).outcomes["docs/.git/a.txt"]).toBe("ok");
    gitInto(".");
    expect((await scan([".git"])).outcomes).toEqual({ ".git/HEAD": "ok", ".git/objects/de/ad": "unsupported" });
  });
});

describe("a file without a byte", () => {
  test.each(["__init__.py", ".gitkeep", "a.csv", "a.vcf", "noextension"])(
    "%s is a text with nothing in it",
    async (name) => {
      const empty = emptyFolder();
      writeFileSync(join(empty, name), "");
      const out = join(emptyFolder(), "out");
      for (const args of [
        ["scan", name],
        ["redact", name, "--out", out],
        ["verify", join(out, name)],
      ]) {
        const { stdout, exitCode } = await runTuhei([...args, "--format", "json"], { cwd: empty });
        expect(JSON.parse(stdout).files).toMatchObject([{ status: "ok", findings: [], gaps: [] }]);
        expect(exitCode).toBe(0);
      }
      expect(readFileSync(join(out, name), "utf8")).toBe("");
    },
  );

  test.each(["a.pdf", "a.jpg", "a.PNG"])("%s was to be something else", async (name) => {
    write(`docs/${name}`, "");
    const { outcomes, exitCode } = await scan(["docs"]);
    expect(outcomes[`docs/${name}`]).toBe("empty");
    expect(exitCode).toBe(3);
  });
});

describe("what a shell passes as a file", () => {
  const bash = (line: string) => spawnSync("bash", ["-c", line], { cwd: folder, encoding: "utf8" });

  test.each(["<(cat docs/a.txt)", "/dev/stdin < <(cat docs/a.txt)", "docs/b.csv <(cat docs/a.txt) --jobs 2"])(
    "scan %s reads it",
    (args) => {
      const { stdout, status } = bash(`"${process.execPath}" "${bin}" scan -f json ${args}`);
      expect(JSON.parse(stdout).files.at(-1)).toMatchObject({
        status: "ok",
        findings: [{ type: "name" }, { type: "phone" }],
      });
      expect(status).toBe(1);
    },
  );

  test("comes out redacted", () => {
    const { stdout, status } = bash(`"${process.execPath}" "${bin}" redact <(cat docs/a.txt) --out -`);
    expect(stdout).toBe("姓名：███ 电话：███████████\n");
    expect(status).toBe(0);
    expect(bash(`"${process.execPath}" "${bin}" redact <(cat docs/a.txt) docs/b.csv --out out`).status).toBe(0);
    expect(filesBelow(join(folder, "out"))).toHaveLength(2);
  });
});

describe("limits", () => {
  test("larger files are reported, and the rest is done", async () => {
    write("docs/large.txt", TEXT.repeat(100));
    const { outcomes, exitCode, stderr } = await scan(["docs", "--max-size", "1k"]);
    expect(outcomes).toMatchObject({ "docs/large.txt": "over-max-size", "docs/a.txt": "ok" });
    expect(exitCode).toBe(3);
    expect(stderr).toContain("--max-size");
  });

  test("deeper folders are reported, and the rest is done", async () => {
    const { outcomes, exitCode } = await scan(["docs", "--max-depth", "1"]);
    expect(outcomes).toMatchObject({ "docs/deep/er": "over-max-depth", "docs/.hidden/d.txt": "ok" });
    expect(exitCode).toBe(3);
  });

  test("thousands of folders in one another are reported by default", async () => {
    mkdirSync(join(folder, "docs", ...Array.from({ length: 1500 }, () => "d")), { recursive: true });
    const { outcomes, exitCode } = await scan(["docs"]);
    expect(Object.values(outcomes)).toContain("over-max-depth");
    expect(outcomes["docs/a.txt"]).toBe("ok");
    expect(exitCode).toBe(3);
  });

  test("links that lead back end, and every file is read once", async () => {
    symlinkSync("..", join(folder, "docs/deep/back"));
    symlinkSync("../..", join(folder, "docs/deep/er/again"));
    const { outcomes, exitCode } = await scan(["docs"]);
    expect(Object.keys(outcomes)).toHaveLength(4);
    expect(exitCode).toBe(1);
  });

  test.each([
    ["--max-size", "huge"],
    ["--max-depth", "-1"],
    ["--max-depth", "1.5"],
  ])("%s %s is wrong usage", async (option, value) => {
    expect((await scan(["docs", `${option}=${value}`])).exitCode).toBe(2);
  });
});
