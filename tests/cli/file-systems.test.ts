import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { personOf } from "../builders/people.ts";
import { emptyFolder, filesBelow, runTuhei } from "./run-tuhei.ts";

const bin = fileURLToPath(new URL("../../packages/cli/bin/tuhei.js", import.meta.url));
const { name, phone } = personOf(5);
const TEXT = `姓名：${name} 电话：${phone}\n`;

describe("an output folder", () => {
  /** Runs a script in a mount namespace of its own, with a folder of 64 kB at `out`; the mount goes with it. */
  function withSmallDisk(options: string, script: string) {
    const [folder, out] = [emptyFolder(), emptyFolder()];
    writeFileSync(join(folder, "1.txt"), TEXT);
    writeFileSync(join(folder, "2.txt"), TEXT.repeat(4000));
    writeFileSync(join(folder, "3.txt"), TEXT);
    const line = `mount -t tmpfs -o size=64k${options} none "$OUT" && ${script}`;
    const env = { ...process.env, OUT: out, IN: folder, TUHEI_LANG: "en", XDG_STATE_HOME: emptyFolder() };
    const { stdout, status, stderr } = spawnSync("unshare", ["-rm", "sh", "-c", line], { env, encoding: "utf8" });
    return { stdout, status, stderr };
  }
  const canMount = spawnSync("unshare", ["-rm", "true"]).status === 0;

  test("that is full gets whole copies or none, and says so", (context) => {
    if (!canMount) return missing(context);
    const redact = `"${process.execPath}" "${bin}" redact "$IN" --out "$OUT" --jobs 2 -f json; echo "exit $?"; ls -A "$OUT"`;
    const { stdout } = withSmallDisk("", redact);
    const [report, exit, ...names] = stdout.trim().split("\n");
    const codes = JSON.parse(report!).files.map(({ error }: { error?: { code: string } }) => error?.code);
    expect(codes).toEqual([undefined, "unwritable", undefined]);
    expect(exit).toBe("exit 3");
    expect(names).toEqual(["1.txt", "3.txt"]);
  });

  test("that is read-only gets nothing, and that is told for every file", (context) => {
    if (!canMount) return missing(context);
    const { stdout } = withSmallDisk(
      ",ro",
      `"${process.execPath}" "${bin}" redact "$IN" --out "$OUT" -f json; echo "exit $?"`,
    );
    const [report, exit] = stdout.trim().split("\n");
    const codes = JSON.parse(report!).files.map(({ error }: { error?: { code: string } }) => error?.code);
    expect(codes).toEqual(["unwritable", "unwritable", "unwritable"]);
    expect(exit).toBe("exit 3");
  });

  /** No namespaces here: CI has them. */
  function missing(context: { skip: (why: string) => void }): void {
    if (process.env.CI) throw new Error("unshare is needed");
    context.skip("unshare cannot mount here");
  }
});

test("names with line ends, controls, emoji and spaces keep their copies and move no cursor", async () => {
  const names = ["a\nb.txt", "\u001b[2J red.txt", "🧾 收据 \u202etxt.txt", "--out.txt", "'; rm -rf x.txt"];
  const [folder, out] = [emptyFolder(), join(emptyFolder(), "out")];
  for (const file of names) writeFileSync(join(folder, file), TEXT);
  const run = await runTuhei(["redact", folder, "--out", out, "--jobs", "2", "--progress", "bar"]);
  expect(run.exitCode).toBe(0);
  expect(filesBelow(out)).toEqual([...names].sort());
  for (const file of names) expect(readFileSync(join(out, file), "utf8")).not.toContain(phone);
  for (const shown of [run.stdout, run.stderr]) {
    expect(shown).not.toContain("\u001b[2J");
    expect(shown).not.toContain("\u202e");
    expect(shown).not.toContain("a\nb");
  }
});

describe.skipIf(process.platform !== "linux")("names in GBK, as archives from Windows leave them", () => {
  const [folder, file] = [Buffer.of(0xd7, 0xca, 0xc1, 0xcf), Buffer.of(0xb5, 0xa5, 0x2e, 0x74, 0x78, 0x74)];
  const slash = Buffer.from("/");
  const docs = emptyFolder();
  const below = (...parts: readonly (Buffer | string)[]) =>
    Buffer.concat(parts.flatMap((part, index) => [...(index > 0 ? [slash] : []), Buffer.from(part)]));
  mkdirSync(below(docs, folder));
  writeFileSync(below(docs, folder, file), TEXT);
  writeFileSync(join(docs, "utf-8.txt"), TEXT);

  test.each(["0", "2"])("are read, shown and kept by the copies, with %s processes beside", async (jobs) => {
    const out = join(emptyFolder(), "out");
    const options = jobs === "0" ? [] : ["--jobs", jobs];
    const scanned = await runTuhei(["scan", docs, ...options]);
    expect(scanned.stdout).toContain("资料/单.txt\n  Name ");
    expect(scanned.exitCode).toBe(1);
    const redacted = await runTuhei(["redact", docs, "--out", out, ...options]);
    expect(redacted.stdout).toContain("资料/单.txt  ✓ 2 places blacked out");
    expect(redacted.exitCode).toBe(0);
    expect(readdirSync(out, "buffer")).toEqual([Buffer.from("utf-8.txt"), folder]);
    expect(readdirSync(below(out, folder), "buffer")).toEqual([file]);
    expect(readFileSync(below(out, folder, file), "utf8")).not.toContain(phone);
    expect((await runTuhei(["verify", out, "--against", docs])).exitCode).toBe(0);
    const again = await runTuhei(["redact", docs, "--out", out, ...options]);
    expect(again.stdout.match(/the output exists already/g)).toHaveLength(2);
    expect((await runTuhei(["redact", docs, "--out", docs, "--overwrite"])).stdout).not.toContain("✓");
  });

  test("are in every report, and lists may name them", async () => {
    for (const format of ["json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "html"]) {
      const { stdout, stderr, exitCode } = await runTuhei(["scan", docs, "-f", format]);
      expect({ stderr, exitCode }, format).toEqual({ stderr: "", exitCode: 1 });
      if (!["json", "jsonl", "sarif"].includes(format)) expect(stdout, format).toContain("资料/单.txt");
    }
    const list = below(docs, folder, file);
    expect((await runTuhei(["scan", "--files-from", "-"], { input: list })).stdout).toContain("1 file, 2 findings");
  });
});

test("links that lead in circles end, and what they name is worked on once", async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, "a"));
  writeFileSync(join(folder, "a", "1.txt"), TEXT);
  symlinkSync("..", join(folder, "a", "up"));
  symlinkSync("b", join(folder, "c"));
  symlinkSync("c", join(folder, "b"));
  const run = await runTuhei(["scan", folder, "-f", "json", "--jobs", "2"]);
  const files = JSON.parse(run.stdout).files as { path: string; error?: { code: string } }[];
  const shown = files.map(({ path, error }) => [path.slice(folder.length + 1), error?.code]);
  // Links that name each other name nothing.
  expect(shown).toEqual([
    ["a/1.txt", undefined],
    ["b", "unreadable"],
    ["c", "unreadable"],
  ]);
  expect(run.exitCode).toBe(3);
});

test("five thousand folders in each other end in a report, not in a crash", async () => {
  const folder = emptyFolder();
  // By a program that walks: no path is that long.
  execFileSync("perl", ["-e", 'mkdir "d" and chdir "d" or die for 1..5000'], { cwd: folder });
  writeFileSync(join(folder, "e.txt"), TEXT);
  for (const [depth, code] of [
    ["100", "over-max-depth"],
    ["6000", "unreadable"],
  ] as const) {
    const run = await runTuhei(["scan", folder, "-f", "json", "--max-depth", depth]);
    const files = JSON.parse(run.stdout).files as { error?: { code: string } }[];
    // Deeper than a path can be long (PATH_MAX), nothing can be named.
    expect(files.map(({ error }) => error?.code)).toEqual([code, undefined]);
    expect(run.exitCode).toBe(3);
  }
});
