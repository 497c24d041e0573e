import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { personOf } from "../builders/people.ts";
import { bin, emptyFolder, filesBelow } from "./run-tuhei.ts";

/** More than a pipe holds. */
const FILES = 600;
const docs = emptyFolder();

beforeAll(() => {
  for (let nth = 0; nth < FILES; nth++) {
    const { name, phone } = personOf(nth);
    writeFileSync(join(docs, `${String(nth).padStart(3, "0")}.txt`), `姓名：${name} 电话：${phone}\n`.repeat(4));
  }
});

/** A line of bash, in which `tuhei` is the real command line; its exit code is what `code` says. */
function bash(line: string): SpawnSyncReturns<string> & { code: number } {
  const script = `tuhei() { "${process.execPath}" "${bin}" "$@"; }; ${line}; echo "code $?" >&2`;
  const env = { ...process.env, TUHEI_LANG: "en", XDG_STATE_HOME: emptyFolder(), DOCS: docs };
  const ran = spawnSync("bash", ["-o", "pipefail", "-c", script], { encoding: "utf8", env });
  const code = /^code (\d+)\n$/m.exec(ran.stderr)?.[1];
  return { ...ran, stderr: ran.stderr.replace(/^code \d+\n$/m, ""), code: Number(code) };
}

describe("a reader who has seen enough", () => {
  test.each(['scan "$DOCS"', 'scan "$DOCS" -f jsonl', 'scan "$DOCS" -f json --jobs 2', 'redact "$DOCS/001.txt" -o -'])(
    "of %s ends it without a word",
    (command) => {
      // Nothing was taken when the reader leaves.
      const { stderr, code } = bash(`tuhei ${command} | true`);
      expect(stderr).toBe("");
      expect(code).toBe(130);
    },
  );

  test("of a redaction leaves whole copies, which it can go on with", () => {
    const out = join(emptyFolder(), "out");
    const { stdout, stderr, code } = bash(`tuhei redact "$DOCS" --out "${out}" -f jsonl | head -n 1`);
    expect(JSON.parse(stdout)).toMatchObject({ status: "ok" });
    expect(stderr).toMatch(
      /^tuhei: stopped: \d+ of 600 files are done, nothing is half written; go on with --resume$/m,
    );
    expect(stderr).not.toContain("Error");
    expect(code).toBe(130);
    expect(filesBelow(out).filter((name) => !name.endsWith(".txt"))).toEqual([]);
  });
});

describe("standard output that is full", () => {
  test.each(['scan "$DOCS/001.txt"', 'redact "$DOCS/001.txt" --out -', "rules list", "doctor"])(
    "of %s is told, and is no result",
    (command) => {
      const { stderr, code } = bash(`tuhei ${command} -q > /dev/full`);
      expect(stderr.trim().split("\n").at(-1)).toBe(
        "tuhei: standard output takes no more (ENOSPC); the report is not whole",
      );
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(code).toBe(3);
    },
  );
});

describe("a disk that is full", () => {
  const canMount = spawnSync("unshare", ["-rm", "true"]).status === 0;

  test.each(["json", "html", "sarif"])("of a report in %s is told, and no half of it is left", (format) => {
    if (!canMount && !process.env.CI) return;
    const folder = emptyFolder();
    const line = `mount -t tmpfs -o size=16k none "${folder}"; tuhei scan "$DOCS" -f ${format} -o "${folder}/report"; code=$?
      ls "${folder}"; exit $code`;
    const script = `tuhei() { "${process.execPath}" "${bin}" "$@"; }; ${line}`;
    const env = { ...process.env, TUHEI_LANG: "en", DOCS: docs };
    const { status, stdout, stderr } = spawnSync("unshare", ["-rm", "bash", "-c", script], { encoding: "utf8", env });
    expect(stderr.trim()).toBe(`tuhei: Cannot write the report to ${folder}/report; check room and permissions`);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });
});

describe("two runs into one folder at once", () => {
  test("write every file once, and each says of what the other wrote that it exists", () => {
    const out = join(emptyFolder(), "out");
    const one = `tuhei redact "$DOCS" --out "${out}" -f json --jobs 2 -q`;
    const { stdout } = bash(`${one} > "${out}.1" & ${one} > "${out}.2"; wait; cat "${out}.1" "${out}.2"`);
    const reports = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).files as { error?: { code: string } }[]);
    const codes = reports.flat().map(({ error }) => error?.code);
    expect(codes.filter((code) => code === undefined)).toHaveLength(FILES);
    expect(codes.filter((code) => code === "exists")).toHaveLength(FILES);
    expect(filesBelow(out)).toEqual(filesBelow(docs));
  });
});

test("what a killed run was writing is gone after the next run, what another one writes is not", () => {
  const out = emptyFolder();
  writeFileSync(join(out, "unrelated.tmp"), "");
  // As the run of this machine names them, of a process that is gone and of one that is there.
  const { pid: gone } = spawnSync("true");
  const host = spawnSync(process.execPath, [
    "-p",
    `require("node:crypto").createHash("sha256").update(require("node:os").hostname()).digest("hex").slice(0, 8)`,
  ])
    .stdout.toString()
    .trim();
  const [dead, alive, elsewhere] = [`${gone}-${host}`, `${process.pid}-${host}`, `${gone}-00000000`].map((name) => {
    const path = join(out, `.tuhei-0123456789abcdef-${name}.tmp`);
    writeFileSync(path, "");
    return path;
  });
  expect(bash(`tuhei redact "$DOCS/001.txt" --out "${out}"`).code).toBe(0);
  expect([dead!, alive!, elsewhere!, join(out, "unrelated.tmp")].map(existsSync)).toEqual([false, true, true, true]);
});

test("--resume where nothing was stopped says so, and begins", () => {
  const out = join(emptyFolder(), "out");
  const { stderr, code } = bash(`tuhei redact "$DOCS/001.txt" "$DOCS/002.txt" --out "${out}" --resume -q`);
  expect(stderr).toContain("no run was stopped that could be gone on with; starting from the beginning");
  expect(code).toBe(0);
});
