import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { createBaselineKey } from "@tuhei/core";
import { beforeEach, describe, expect, test } from "vitest";
import { personOf } from "../builders/people.js";
import { emptyFolder, runTuhei } from "./run-tuhei.js";

const [person, other] = [personOf(11), personOf(12)];
const FILE = "tuhei.baseline";
let folder: string;
let home: string;

beforeEach(() => {
  folder = emptyFolder();
  home = emptyFolder();
  write("docs/a.txt", `姓名：${person.name}\n电话：${person.phone}\n`);
  write("docs/b.txt", `身份证号：${person.idCard}\n电话：${person.phone}\n`);
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const read = (path = FILE) => readFileSync(join(folder, path), "utf8");

/** The real command line, with a user's configuration folder of its own. */
function run(args: readonly string[], { cwd = folder, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  return runTuhei(args, { cwd, env: { XDG_CONFIG_HOME: home, ...env } });
}

async function scan(args: readonly string[] = ["docs"], options: Parameters<typeof run>[1] = {}) {
  const { stdout, stderr, exitCode } = await run(["scan", ...args, "--baseline", FILE, "-f", "json"], options);
  expect(stderr).toBe("");
  return { exitCode, ...JSON.parse(stdout) };
}

const create = (...args: string[]) => run(["baseline", "create", "docs", ...args]);
const prune = (...args: string[]) => run(["baseline", "prune", ...args]);

describe("what a baseline knows", () => {
  test("is counted, not told, and leaves the exit code 0", async () => {
    expect((await create()).exitCode).toBe(0);
    const { exitCode, files, summary } = await scan();
    expect(exitCode).toBe(0);
    expect(files.map(({ known, findings }: never) => [known, findings])).toEqual([
      [2, []],
      [2, []],
    ]);
    expect(summary).toMatchObject({
      findings: 0,
      byType: {},
      byLegalClass: {},
      baseline: { path: FILE, known: 4, gone: 0, elsewhere: 0 },
    });
  });

  test("does not hide what is new, in the same file or with the same value elsewhere", async () => {
    await create();
    appendFileSync(join(folder, "docs/a.txt"), `电话：${other.phone}\n`);
    write("docs/c.txt", `电话：${person.phone}\n`);
    const { exitCode, files } = await scan();
    expect(exitCode).toBe(1);
    expect(
      files.map(({ path, findings }: never) => [path, (findings as { line: number }[]).map(({ line }) => line)]),
    ).toEqual([
      ["docs/a.txt", [3]],
      ["docs/b.txt", []],
      ["docs/c.txt", [1]],
    ]);
  });

  test("is known wherever it moves in its file, however it is written", async () => {
    await create();
    const spaced = `${person.phone.slice(0, 3)}-${person.phone.slice(3, 7)}-${person.phone.slice(7)}`;
    write("docs/a.txt", `\n\n电话：${spaced}\n再写：${spaced}\n`);
    expect(await scan()).toMatchObject({ exitCode: 0, summary: { baseline: { known: 4, gone: 1 } } });
  });

  test("is the same from every folder, through links, and in several processes", async () => {
    await create();
    const from = [
      [["a.txt", "b.txt", "--baseline", join("..", FILE)], join(folder, "docs")],
      [[join(folder, "docs"), "--baseline", join(folder, FILE)], emptyFolder()],
      [["docs", "--baseline", FILE, "--jobs", "2"], folder],
    ] as const;
    symlinkSync(folder, join(home, "link"));
    for (const [args, cwd] of [...from, [["docs", "--baseline", FILE], join(home, "link")]] as const) {
      const { stdout, exitCode } = await run(["scan", ...args, "-f", "json"], { cwd });
      expect(exitCode).toBe(0);
      expect(JSON.parse(stdout).summary.baseline).toMatchObject({ known: 4, gone: 0, elsewhere: 0 });
    }
  });

  test("lies in a folder of its own, and is named by the configuration", async () => {
    write("tuhei.config.json", JSON.stringify({ baseline: `ci/${FILE}` }));
    mkdirSync(join(folder, "ci"));
    expect((await create()).exitCode).toBe(0);
    expect(existsSync(join(folder, "ci", FILE))).toBe(true);
    expect((await run(["scan", "."], { cwd: join(folder, "docs") })).exitCode).toBe(1);
    expect((await run(["scan", "docs"])).exitCode).toBe(0);
  });

  test("is in every report", async () => {
    await create();
    for (const format of ["pretty", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "html"]) {
      const { stdout, exitCode } = await run(["scan", "docs", "--baseline", FILE, "-f", format]);
      expect(exitCode).toBe(0);
      expect(stdout.replace(/&#\d+;/g, " ")).toMatch(/2 known from the baseline|"known":2/);
    }
  });

  test("does not cover what was not read", async () => {
    write("docs/broken.pdf", "%PDF-1.7\n");
    expect((await create()).exitCode).toBe(3);
    const { stdout, exitCode } = await run(["scan", "docs", "--baseline", FILE, "-f", "json"]);
    expect(exitCode).toBe(3);
    expect(JSON.parse(stdout).summary).toMatchObject({ incomplete: 1, baseline: { known: 4 } });
  });
});

describe("a copy keeps nothing that a baseline knows", () => {
  test.each([
    ["redact", "docs", "--out", "out"],
    ["redact", "docs", "--out", "out", "--dry-run"],
    ["verify", "docs"],
  ])("%s refuses the option", async (...args) => {
    await create();
    const { exitCode, stderr } = await run([...args, "--baseline", FILE]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("--baseline is for scan");
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test("and the key of the configuration changes nothing there", async () => {
    await create();
    write("tuhei.config.json", JSON.stringify({ baseline: FILE }));
    expect((await run(["verify", "docs"])).exitCode).toBe(1);
    expect((await run(["redact", "docs", "--out", "out", "--dry-run", "-f", "json"])).stdout).toContain(
      '"redactions":2',
    );
    expect((await run(["redact", "docs", "--out", "out"])).exitCode).toBe(0);
    for (const value of [person.name, person.phone, person.idCard])
      expect(read("out/a.txt") + read("out/b.txt")).not.toContain(value);
  });
});

describe("the file", () => {
  test("is sorted, the same each time, and holds neither lines nor times", async () => {
    await create();
    const text = read();
    const [head, ...lines] = text.trimEnd().split("\n");
    expect(head).toMatch(/^# tuhei baseline 1 [k-z]{16}$/);
    expect(lines).toEqual([...lines].sort());
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line).toMatch(/^[k-z]{16} [k-z]{32} [k-z]{8} (id-card|name|phone)$/);
    write("docs/a.txt", `${"\n".repeat(7)}${read("docs/a.txt")}`);
    expect((await create("--overwrite")).exitCode).toBe(0);
    expect(read()).toBe(text);
  });

  test("is never a document, nor is the key, and holds nothing that looks like one", async () => {
    home = join(folder, "home");
    await create();
    const { files } = await scan(["."]);
    expect(files.map(({ path }: { path: string }) => path)).toEqual(["docs/a.txt", "docs/b.txt"]);
    expect((await scan([FILE])).files).toEqual([]);
    const alone = await run(["scan", FILE, "home", "-f", "json"]);
    expect(JSON.parse(alone.stdout)).toMatchObject({ files: [{ path: FILE, findings: [] }] });
  });

  test("is not replaced unless asked, and nothing else ever", async () => {
    await create();
    const again = await create();
    expect(again.exitCode).toBe(2);
    expect(again.stderr).toContain("pass --overwrite");
    write(FILE, "mine\n");
    expect((await create("--overwrite")).exitCode).toBe(2);
    expect(read()).toBe("mine\n");
  });

  test("that cannot be used is wrong usage, with a reason", async () => {
    await create();
    const text = read();
    const problem = async (env?: NodeJS.ProcessEnv) => {
      const { exitCode, stderr, stdout } = await run(["scan", "docs", "--baseline", FILE], env && { env });
      expect(exitCode).toBe(2);
      expect(stdout).toBe("");
      return stderr;
    };
    expect(await problem({ XDG_CONFIG_HOME: emptyFolder() })).toContain("No key for tuhei.baseline");
    expect(await problem({ TUHEI_BASELINE_KEY: createBaselineKey() })).toContain("made with another key");
    const weak = await problem({ TUHEI_BASELINE_KEY: "hunter2" });
    expect(weak).toContain("TUHEI_BASELINE_KEY holds no key");
    expect(weak).not.toContain("hunter2");
    write(FILE, text.replace(/ phone\n/, " photo\n"));
    expect(await problem()).toMatch(/tuhei\.baseline:\d: not as it was written/);
    write(FILE, `${text}<<<<<<< HEAD\n`);
    expect(await problem()).toContain("tuhei.baseline:6:");
    write(FILE, "{}");
    expect(await problem()).toContain("is no baseline");
    rmSync(join(folder, FILE));
    expect(await problem()).toContain("tuhei baseline create makes one");
  });
});

describe("the key", () => {
  const keyPath = () => join(home, "tuhei/baseline.key");

  test("is made once, for the user alone, and told without its letters", async () => {
    const { stderr, stdout } = await create();
    const key = readFileSync(keyPath(), "utf8").trim();
    expect(statSync(keyPath()).mode & 0o777).toBe(0o600);
    expect(stderr).toContain(keyPath());
    expect(stderr + stdout + read()).not.toContain(key);
    expect((await create("--overwrite")).stderr).not.toContain(keyPath());
    expect(readFileSync(keyPath(), "utf8").trim()).toBe(key);
  });

  test("comes from the environment in CI, and no file is made", async () => {
    const env = { TUHEI_BASELINE_KEY: createBaselineKey() };
    expect((await run(["baseline", "create", "docs"], { env })).exitCode).toBe(0);
    expect(existsSync(keyPath())).toBe(false);
    expect((await scan(["docs"], { env })).exitCode).toBe(0);
  });

  test("may be one of several, and a baseline that is made anew stays under its own", async () => {
    await create();
    const first = read().split("\n")[0];
    const key = readFileSync(keyPath(), "utf8");
    writeFileSync(keyPath(), `${createBaselineKey()}\n${key}`);
    expect((await scan()).exitCode).toBe(0);
    await create("--overwrite");
    expect(read().split("\n")[0]).toBe(first);
  });
});

describe("add", () => {
  test("notes what is new in the files that are named, shows it, and keeps the rest", async () => {
    await create();
    const before = read().trimEnd().split("\n");
    write("docs/a.txt", `电话：${other.phone}\n`);
    write("docs/b.txt", `身份证号：${person.idCard}\n电话：${person.phone}\n电话：${other.phone}\n`);
    const { exitCode, stdout, stderr } = await run(["baseline", "add", "docs/b.txt"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("1 file, 1 finding");
    expect(stderr).toContain("1 added to tuhei.baseline, 5 in all");
    const after = read().trimEnd().split("\n");
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(before.length + 1);
    expect(after.slice(1)).toEqual(after.slice(1).sort());
    expect(await scan(["docs/b.txt"])).toMatchObject({ exitCode: 0 });
    expect(await scan(["docs/a.txt"])).toMatchObject({ exitCode: 1 });
    expect((await run(["baseline", "add", "docs/b.txt"])).stderr).toContain("0 added to tuhei.baseline, 5 in all");
    expect(read().trimEnd().split("\n")).toEqual(after);
  });

  test("goes by the key of the baseline, and makes none", async () => {
    expect(await run(["baseline", "add", "docs"])).toMatchObject({ exitCode: 2, stdout: "" });
    expect(existsSync(join(folder, FILE))).toBe(false);
    await create();
    const text = read();
    const TUHEI_BASELINE_KEY = createBaselineKey();
    const other = await runTuhei(["baseline", "add", "docs"], {
      cwd: folder,
      env: { XDG_CONFIG_HOME: emptyFolder(), TUHEI_BASELINE_KEY },
    });
    expect(other.exitCode).toBe(2);
    expect(read()).toBe(text);
  });

  test("keeps what was gone, for prune to take out", async () => {
    await create();
    write("docs/a.txt", `电话：${other.phone}\n`);
    expect((await run(["baseline", "add", "docs"])).stderr).toContain("1 added to tuhei.baseline, 5 in all");
    expect((await prune("docs")).stderr).toContain("2 taken out of tuhei.baseline, 3 left");
  });
});

describe("prune", () => {
  test("takes out what is no longer found, and only that", async () => {
    await create();
    const before = read().split("\n");
    write("docs/a.txt", `姓名：${person.name}\n电话：${other.phone}\n`);
    const { exitCode, stderr } = await prune("docs");
    expect(exitCode).toBe(0);
    expect(stderr).toContain("1 taken out of tuhei.baseline, 3 left");
    const after = read().split("\n");
    expect(before.filter((line) => !after.includes(line))).toHaveLength(1);
    expect(after.filter((line) => !before.includes(line))).toEqual([]);
    expect((await scan()).exitCode).toBe(1);
  });

  test("leaves what it did not look for or could not read", async () => {
    await create();
    const text = read();
    await prune("docs", "--only", "phone");
    await prune("docs/a.txt");
    rmSync(join(folder, "docs/b.txt"));
    expect((await prune("docs/a.txt", "docs/b.txt")).exitCode).toBe(3);
    expect(read()).toBe(text);
    const { stderr } = await prune("docs");
    expect(stderr).toContain("2 of files that are not among these paths");
    expect(await scan()).toMatchObject({ summary: { baseline: { elsewhere: 2 } } });
    await prune("docs", "--others");
    expect(read().trimEnd().split("\n")).toHaveLength(3);
  });
});

describe("audit", () => {
  const audit = (...args: string[]) => run(["baseline", "audit", ...args]);

  test("tells by file and type what is still found and what is not, and changes nothing", async () => {
    await create();
    const text = read();
    write("docs/a.txt", `姓名：${person.name}\n再写：${person.name}\n`);
    const { exitCode, stdout, stderr } = await audit("docs");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /^docs\/a\.txt\n {2}in the baseline and still found: Name 1\n {2}in the baseline and no longer found: Mobile phone number 1\n/,
    );
    expect(stdout).toMatch(
      /\ndocs\/b\.txt\n {2}in the baseline and still found: (ID card number 1, Mobile phone number 1)\n/,
    );
    expect(stderr).toContain("1 of 4 entries of tuhei.baseline no longer found; tuhei baseline prune takes them out");
    for (const value of [person.name, person.phone, person.idCard]) expect(stdout + stderr).not.toContain(value);
    expect(read()).toBe(text);
    await prune("docs");
    expect(await audit("docs")).toMatchObject({ exitCode: 0 });
  });

  test("is codes and counts to machines, in several processes too", async () => {
    await create();
    write("docs/a.txt", "\n");
    const { exitCode, stdout } = await audit("docs", "-f", "json", "--jobs", "2", "--lang", "zh");
    expect(exitCode).toBe(1);
    const { files, summary } = JSON.parse(stdout);
    expect(files.map(({ audited }: { audited: object }) => audited)).toEqual([
      { known: {}, gone: { name: 1, phone: 1 } },
      { known: { "id-card": 1, phone: 1 }, gone: {} },
    ]);
    expect(summary.baseline).toMatchObject({ known: 2, gone: 2, elsewhere: 0 });
  });

  test("tells what belongs to files that are not named by type, which counts with --others", async () => {
    await create();
    const { exitCode, stderr } = await audit("docs/b.txt");
    expect(exitCode).toBe(0);
    expect(stderr).toContain("2 entries are of files that are not among these paths (Name 1, Mobile phone number 1)");
    expect((await audit("docs/b.txt", "--others")).exitCode).toBe(1);
    expect((await audit("docs", "--others")).exitCode).toBe(0);
  });

  test("calls nothing gone that it could not read or did not look for", async () => {
    await create();
    rmSync(join(folder, "docs/b.txt"));
    write("docs/b.txt/c.txt", "");
    write("docs/a.txt", "");
    expect((await audit("docs", "--only", "id-card")).exitCode).toBe(0);
    write("docs/a.txt", "PK\u0003\u0004");
    const { exitCode, stderr } = await audit("docs");
    expect(exitCode).toBe(3);
    expect(stderr).toContain("0 of 4 entries of tuhei.baseline no longer found");
  });
});
