import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hashOf } from "@tuhei/patterns";
import { Ajv } from "ajv";
import { beforeEach, describe, expect, test } from "vitest";
import { emptyFolder, runTuhei } from "./run-tuhei.js";

const PHONE = "13900001234";
const TEXT = `姓名：林晓峰 电话：${PHONE} 工号：E204816 邮箱 lin@example.com\n`;
let folder: string;

/** Documents in `docs`, so that a configuration beside them is not among them. */
beforeEach(() => {
  folder = emptyFolder();
  write("docs/a.txt", TEXT);
  write("docs/old/b.txt", TEXT);
});

function write(path: string, content: string | object): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), typeof content === "string" ? content : JSON.stringify(content));
}

const run = (args: readonly string[], cwd = folder) => runTuhei(args, { cwd });

/** Types found in each file. */
async function typesIn(args: readonly string[] = ["docs"], cwd = folder) {
  const { stdout, stderr, exitCode } = await run(["scan", ...args, "-f", "json"], cwd);
  expect(stderr).toBe("");
  const { files, summary } = JSON.parse(stdout);
  const types = (findings: { type: string }[]) => [...new Set(findings.map(({ type }) => type))].sort();
  return {
    exitCode,
    summary,
    files: Object.fromEntries(
      files.map(({ path, findings }: { path: string; findings: [] }) => [path, types(findings)]),
    ) as Record<string, string[]>,
  };
}

const ALL = ["email", "name", "phone"];

describe("a configuration", () => {
  test.each([
    ["tuhei.config.json", '{"off": ["email"]}'],
    ["tuhei.config.jsonc", '{\n  // work addresses\n  "off": ["email",],\n}'],
    ["tuhei.config.yaml", "# work addresses\noff:\n  - email\n"],
    ["package.json", '{"name": "x", "tuhei": {"off": ["email"]}}'],
  ])("is found as %s", async (name, text) => {
    write(name, text);
    const { files, summary } = await typesIn();
    expect(files["docs/a.txt"]).toEqual(["name", "phone"]);
    expect(summary.config).toEqual({ path: name, skipped: 0 });
  });

  test("is found upwards to the root of the repository, the nearest first, and not beyond", async () => {
    write("tuhei.config.json", { off: ["phone"] });
    mkdirSync(join(folder, "repository/.git"), { recursive: true });
    write("repository/deep/docs/a.txt", TEXT);
    const below = join(folder, "repository/deep");
    expect((await typesIn(["docs"], below)).files["docs/a.txt"]).toEqual(ALL);
    write("repository/tuhei.config.json", { off: ["email"] });
    expect((await typesIn(["docs"], below)).files["docs/a.txt"]).toEqual(["name", "phone"]);
    write("repository/deep/tuhei.config.json", { off: ["name"] });
    expect((await typesIn(["docs"], below)).files["docs/a.txt"]).toEqual(["email", "phone"]);
  });

  test("above the working folder does not count outside of a repository", async () => {
    write("tuhei.config.json", { off: ["phone"] });
    expect((await typesIn(["a.txt"], join(folder, "docs"))).files["a.txt"]).toEqual(ALL);
  });

  test("is named by --config, and left by --no-config", async () => {
    write("tuhei.config.json", { off: ["phone"] });
    write("ci/strict.yaml", "only: [name]\n");
    expect((await typesIn(["docs", "--config", "ci/strict.yaml"])).files["docs/a.txt"]).toEqual(["name"]);
    expect((await typesIn(["docs", "--no-config"])).files["docs/a.txt"]).toEqual(ALL);
  });

  test("gives way to the command line", async () => {
    write("tuhei.config.json", { off: ["phone"], only: ["name"] });
    expect((await typesIn(["docs", "--only", "phone"])).files["docs/a.txt"]).toEqual(["phone"]);
  });

  test("is never a program", async () => {
    const mark = join(folder, "ran");
    for (const name of ["tuhei.config.js", "tuhei.config.mjs", "tuhei.config.cjs", "tuhei.config.ts"])
      write(name, `require("fs").writeFileSync(${JSON.stringify(mark)}, "")`);
    write("tuhei.config.yaml", `only: !!js/function 'function () { return ["name"] }'\n`);
    const { exitCode } = await run(["scan", "docs"]);
    expect(exitCode).toBe(2);
    expect(existsSync(mark)).toBe(false);
  });
});

describe("a configuration among the documents", () => {
  test("removes no finding, and is told", async () => {
    write("docs/tuhei.config.json", { skip: true });
    write("tuhei.config.json", { only: ["email"], rules: [{ paths: ["**"], skip: true }] });
    for (const args of [["."], [folder], ["docs", "."], ["docs", "tuhei.config.json"]]) {
      const { stdout, stderr, exitCode } = await run(["scan", ...args, "-f", "json", "--fail-on", "0"]);
      expect(exitCode).toBe(1);
      expect(JSON.parse(stdout).summary.byType).toMatchObject({ phone: expect.any(Number) });
      expect(stderr).toContain("--config tuhei.config.json");
    }
  });

  test("nor does one that lies in a folder to be scanned and is not the nearest", async () => {
    write("docs/tuhei.config.json", { only: ["email"] });
    expect((await typesIn()).files["docs/a.txt"]).toEqual(ALL);
  });

  test("nor through a link to the folder", async () => {
    write("tuhei.config.json", { only: ["email"] });
    const link = join(emptyFolder(), "link");
    symlinkSync(folder, link);
    const { stderr, stdout } = await run(["scan", link, "-f", "json"]);
    expect(JSON.parse(stdout).summary.byType).toMatchObject({ phone: expect.any(Number) });
    expect(stderr).toContain("--config");
  });

  test("counts when it is named", async () => {
    write("docs/tuhei.config.json", { only: ["email"] });
    const { files } = await typesIn(["docs", "--config", "docs/tuhei.config.json"]);
    expect(files["docs/a.txt"]).toEqual(["email"]);
  });
});

describe("what a configuration says", () => {
  test("detectors of the user's own are found, named in the report, and may be asked for", async () => {
    write("tuhei.config.json", {
      detectors: [{ entityType: "custom-staff", title: "工号", pattern: "E\\d{6}", labels: ["工号"] }],
    });
    expect((await typesIn()).files["docs/a.txt"]).toEqual(["custom-staff", ...ALL]);
    expect((await typesIn(["docs", "--only", "custom-staff"])).files["docs/a.txt"]).toEqual(["custom-staff"]);
    expect((await run(["scan", "docs"])).stdout).toContain("工号  *");
    await run(["redact", "docs", "--out", "out"]);
    expect(readFileSync(join(folder, "out/a.txt"), "utf8")).not.toContain("E204816");
  });

  test("a value is allowed by its hash, wherever and however it stands", async () => {
    const key = "correct horse";
    write("docs/c.txt", "电话：139 0000 1234\n");
    write("tuhei.config.json", { allow: [{ key, hashes: [hashOf(PHONE, key)] }] });
    const { files } = await typesIn();
    expect(files["docs/a.txt"]).toEqual(["email", "name"]);
    expect(files["docs/c.txt"]).toEqual([]);
    await run(["redact", "docs", "--out", "out"]);
    expect(readFileSync(join(folder, "out/a.txt"), "utf8")).toContain(PHONE);
    expect((await run(["verify", "out"])).exitCode).toBe(0);
    expect((await run(["verify", "out", "--no-config"])).exitCode).toBe(1);
  });

  test("values are allowed by a pattern of the whole value, of a type", async () => {
    write("tuhei.config.json", {
      allow: [{ patterns: [".{1,40}@EXAMPLE\\.COM", "LIN", "139\\d{8}"], only: ["email"] }],
    });
    expect((await typesIn()).files["docs/a.txt"]).toEqual(["name", "phone"]);
  });

  test("thresholds hold by type and by path, the later rule before the earlier", async () => {
    write("tuhei.config.json", {
      minScore: { phone: 1 },
      rules: [
        { paths: ["docs/**"], off: ["email"] },
        { paths: ["old/"], minScore: { email: 0.1, phone: 0.1 } },
      ],
    });
    const { files } = await typesIn();
    expect(files).toEqual({ "docs/a.txt": ["name"], "docs/old/b.txt": ALL });
  });

  test("files that it leaves out are counted", async () => {
    write("tuhei.config.json", { rules: [{ paths: ["old/", "*.md"], skip: true }] });
    const { files, summary } = await typesIn();
    expect(Object.keys(files)).toEqual(["docs/a.txt"]);
    expect(summary.config).toEqual({ path: "tuhei.config.json", skipped: 1 });
    expect((await run(["scan", "docs"])).stdout).toContain("1 file left out by it");
  });

  test("failOn decides the exit code", async () => {
    write("tuhei.config.json", { failOn: 1 });
    expect((await typesIn()).exitCode).toBe(0);
    expect((await typesIn(["docs", "--fail-on", "0.5"])).exitCode).toBe(1);
  });

  test("--print-config shows what counts, and no key", async () => {
    write("tuhei.config.json", { failOn: 0.9, allow: [{ key: "geheim", hashes: ["0".repeat(64)] }] });
    const { stdout, exitCode } = await run(["scan", "--print-config", "--min-score", "0.7"]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      file: "tuhei.config.json",
      config: { failOn: 0.9, minScore: 0.7, allow: [{ key: "***", hashes: ["0".repeat(64)] }] },
    });
  });
});

describe("a wrong configuration is refused with its key, and no value of it is told", () => {
  const SECRET = "geheim-4711";
  test.each([
    ["an unknown key", { failon: 1 }, "failon"],
    ["a nested unknown key", { rules: [{ paths: ["a"], onyl: SECRET }] }, "rules[0].onyl"],
    ["a wrong type", { only: SECRET }, "only"],
    ["an unknown entity type", { only: ["phone", SECRET] }, "only[1]"],
    ["a score beyond 1", { minScore: { phone: 7 } }, "minScore.phone"],
    ["a score that is no number", { minScore: SECRET }, "minScore"],
    ["a detector that never ends", { detectors: [{ entityType: "custom-a", pattern: "(a+)+" }] }, "detectors[0]"],
    ["a detector without pattern", { detectors: [{ entityType: "custom-a" }] }, "detectors[0].pattern"],
    ["a hash that is none", { allow: [{ key: "k", hashes: [SECRET] }] }, "allow[0]"],
    ["hashes without a key", { allow: [{ hashes: ["0".repeat(64)] }] }, "allow[0]"],
    ["a rule for nothing", { rules: [{ paths: [] }] }, "rules[0].paths"],
    ["a rule beyond the folder", { rules: [{ paths: ["../x"] }] }, "rules[0].paths[0]"],
    ["a type that has no detector", { only: ["custom-x"] }, "only"],
    ["a profile that there is not", { profile: SECRET }, "auto | id-copy | receipt | ticket | waybill"],
    ["a check that there is not", { detectors: [{ entityType: "custom-a", pattern: "A", check: SECRET }] }, "| luhn |"],
    ["a key that JavaScript hides", '{ "minScore": { "__proto__": { "phone": 0 } } }', "minScore.__proto__"],
    ["a list", [SECRET], "tuhei.config.json"],
  ])("%s", async (_what, config, key) => {
    write("tuhei.config.json", config);
    const { stderr, exitCode, stdout } = await run(["scan", "docs", "--lang", "zh"]);
    expect(exitCode).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(key);
    expect(stderr).toContain("tuhei.config.json");
    expect(stderr).not.toContain(SECRET);
  });

  test.each([
    ["tuhei.config.json", `{\n"only": [${SECRET}]}`],
    ["tuhei.config.yaml", `only:\n  - "${SECRET}\n`],
    ["tuhei.config.jsonc", `{ /* \n */ "a": ${SECRET} }`],
  ])("%s that is none", async (name, text) => {
    write(name, text);
    const { stderr, exitCode } = await run(["scan", "docs"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(name);
    expect(stderr).not.toContain(SECRET);
  });

  test("two in one folder, or one that is not there", async () => {
    write("tuhei.config.json", {});
    write("tuhei.config.yaml", "{}");
    expect((await run(["scan", "docs"])).stderr).toContain("tuhei.config.yaml");
    expect((await run(["scan", "docs", "--config", "absent.json"])).exitCode).toBe(2);
  });
});

test("the shipped JSON Schema accepts and refuses as tuhei does", () => {
  const schema = JSON.parse(readFileSync(new URL("../../packages/cli/schema.json", import.meta.url), "utf8"));
  const validate = new Ajv({ strict: false }).compile(schema);
  expect(validate({ $schema: "x", minScore: { phone: 0.5 }, rules: [{ paths: ["a"], off: ["email"] }] })).toBe(true);
  for (const wrong of [{ onyl: [] }, { only: ["shoe-size"] }, { minScore: 2 }, { rules: [{}] }])
    expect(validate(wrong)).toBe(false);
});

test.each(["README.md", "README.en.md"])("the configuration in %s works as it stands", async (readme) => {
  const text = readFileSync(new URL(`../../${readme}`, import.meta.url), "utf8");
  write("tuhei.config.jsonc", /```jsonc\n([\s\S]*?)```/.exec(text)![1]!);
  write("docs/fixtures/c.txt", TEXT);
  const { files } = await typesIn();
  expect(files["docs/a.txt"]).toEqual(["custom-staff", ...ALL]);
  expect(files["docs/fixtures/c.txt"]).not.toContain("phone");
});
