import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { PDFDocument } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyFolder, filesBelow, runTuhei } from "./run-tuhei.js";

const GOOD = "姓名：林晓峰 电话：13900001234\n";

/** A folder with one good file and one bad one, so that every test sees that the batch goes on. */
function folderWith(name: string, bytes: Uint8Array | string): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, "good.txt"), GOOD);
  writeFileSync(join(folder, name), bytes);
  return folder;
}

async function redactFolder(folder: string, ...options: string[]) {
  const out = join(emptyFolder(), "out");
  const run = await runTuhei(["redact", folder, "--out", out, "--format", "json", ...options]);
  const files = JSON.parse(run.stdout).files as { path: string; status: string; error?: { code: string } }[];
  return { ...run, out, byName: (name: string) => files.find(({ path }) => path.endsWith(name)) };
}

async function pdfBytes(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([300, 200]).drawText("Order 4711");
  return document.save();
}

/** A PNG whose header promises 20,000 × 20,000 pixels. */
function hugePng(): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(20_000, 0);
  header.writeUInt32BE(20_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** CRC-32 of ISO 3309, as PNG asks for. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Bytes that repeat for every run and belong to no format. */
function noise(length: number): Uint8Array {
  let state = 42;
  return Uint8Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state >> 16;
  });
}

describe("a bad file among good ones", () => {
  const cases: [string, string, () => Promise<Uint8Array | string> | Uint8Array | string, string][] = [
    ["an empty file", "empty.pdf", () => "", "empty"],
    ["a truncated PDF", "cut.pdf", async () => (await pdfBytes()).slice(0, 300), "damaged"],
    ["random bytes", "noise.bin", () => noise(5000), "unsupported"],
    ["random bytes named as a picture", "noise.jpg", () => noise(5000), "damaged"],
    ["a picture header of 20,000 × 20,000", "huge.png", hugePng, "too-large"],
    [
      "a truncated JPEG",
      "cut.jpg",
      async () =>
        (
          await sharp({ create: { width: 600, height: 600, channels: 3, background: "white" } })
            .jpeg()
            .toBuffer()
        ).subarray(0, 700),
      "damaged",
    ],
  ];
  test.each(cases)("%s is reported in one line and the rest is done", async (_title, name, bytes, code) => {
    const folder = folderWith(name, await bytes());
    const before = readFileSync(join(folder, name));
    const run = await redactFolder(folder);
    expect(run.byName(name)).toMatchObject({ status: "error", error: { code } });
    expect(run.byName("good.txt")).toMatchObject({ status: "ok" });
    expect(run.exitCode).toBe(3);
    const lines = run.stderr.trim().split("\n");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(name);
    expect(filesBelow(run.out)).toEqual(["good.txt"]);
    expect(readFileSync(join(folder, name)).equals(before)).toBe(true);
  });

  test("a file that needs a password is refused without it and redacted with it", async () => {
    const folder = folderWith("plain.pdf", await pdfBytes());
    execFileSync("qpdf", [
      "--encrypt",
      "geheim",
      "geheim",
      "256",
      "--",
      join(folder, "plain.pdf"),
      join(folder, "locked.pdf"),
    ]);
    const refused = await redactFolder(folder);
    expect(refused.byName("locked.pdf")).toMatchObject({ status: "error", error: { code: "encrypted" } });
    expect(refused.exitCode).toBe(3);
    expect(refused.stderr).toContain("--password-file");
    const password = join(emptyFolder(), "password");
    writeFileSync(password, "geheim\n");
    const opened = await redactFolder(folder, "--password-file", password);
    expect(opened.byName("locked.pdf")).toMatchObject({ status: "ok" });
    expect(opened.exitCode).toBe(0);
    expect(existsSync(join(opened.out, "locked.pdf"))).toBe(true);
  });

  test("a wrong extension is a warning: the content decides", async () => {
    const picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: "white" } })
      .jpeg()
      .toBuffer();
    const folder = folderWith("scan.png", picture);
    const run = await redactFolder(folder);
    expect(run.byName("scan.png")).toMatchObject({
      status: "ok",
      format: "jpeg",
      warnings: [{ code: "wrong-extension", message: expect.stringContaining("jpeg") }],
    });
    expect((await sharp(readFileSync(join(run.out, "scan.png"))).metadata()).format).toBe("jpeg");
  });

  test("a library that warns in a document's own words is not heard", async () => {
    const late = 'process.on("exit", () => console.warn("Parsed number that is too large: 6217000341034103418"))';
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(late)}` };
    const run = await runTuhei(["scan", folderWith("more.txt", GOOD), "--quiet"], { env });
    expect(run.stderr).toBe("");
  });

  test("a missing path is reported and the rest is done", async () => {
    const folder = folderWith("more.txt", GOOD);
    const run = await runTuhei(["scan", join(folder, "absent.pdf"), folder]);
    expect(run.exitCode).toBe(3);
    expect(run.stdout).toContain("no such file");
    expect(run.stdout).toContain("good.txt");
  });

  test.skipIf(process.getuid?.() === 0)("a file without read permission is reported", async () => {
    const folder = folderWith("secret.txt", GOOD);
    chmodSync(join(folder, "secret.txt"), 0);
    expect((await redactFolder(folder)).byName("secret.txt")).toMatchObject({ error: { code: "unreadable" } });
  });

  test("something that is no regular file is reported", async () => {
    const folder = folderWith("more.txt", GOOD);
    // The last of the folder: Node would load what redacts from another place then.
    execFileSync("mkfifo", [join(folder, "pipe")]);
    const run = await redactFolder(folder);
    expect(run.byName("more.txt")).toMatchObject({ status: "ok" });
    expect(run.byName("pipe")).toMatchObject({ status: "error", error: { code: "not-a-file" } });
    expect(run.exitCode).toBe(3);
  });
});

test("a defect in tuhei fails one file, tells nothing of it, and the run exits 70", async () => {
  const folder = folderWith("a.txt", "set off a defect 13900005678");
  const loader = new URL("fail-on-marker.mjs", import.meta.url).href;
  const out = join(emptyFolder(), "out");
  const run = await runTuhei(["redact", folder, "--out", out, "--format", "json"], {
    env: { NODE_OPTIONS: `--import ${loader}` },
  });
  expect(run.exitCode).toBe(70);
  expect(JSON.parse(run.stdout).files.map(({ error }: { error?: { code: string } }) => error?.code)).toEqual([
    "internal",
    undefined,
  ]);
  expect(filesBelow(out)).toEqual(["good.txt"]);
  expect(run.stdout + run.stderr).not.toContain("13900005678");
  expect(run.stderr).toContain("TypeError");
});

describe("outputs", () => {
  let folder: string;
  beforeAll(() => {
    folder = folderWith("more.txt", GOOD);
  });

  test("an output that exists is kept, and replaced with --overwrite", async () => {
    const out = emptyFolder();
    writeFileSync(join(out, "good.txt"), "mine");
    const kept = await runTuhei(["redact", folder, "--out", out]);
    expect(kept.exitCode).toBe(3);
    expect(kept.stdout).toContain("--overwrite");
    expect(readFileSync(join(out, "good.txt"), "utf8")).toBe("mine");
    expect(existsSync(join(out, "more.txt"))).toBe(true);
    const replaced = await runTuhei(["redact", folder, "--out", out, "--overwrite"]);
    expect(replaced.exitCode).toBe(0);
    expect(readFileSync(join(out, "good.txt"), "utf8")).toContain("█");
  });

  test("an output equal to the input is refused, also through a link and with --overwrite", async () => {
    const link = join(emptyFolder(), "link");
    symlinkSync(folder, link);
    for (const out of [folder, link]) {
      const run = await runTuhei(["redact", folder, "--out", out, "--overwrite"]);
      expect(run.exitCode).toBe(3);
      expect(run.stdout).toContain("replace the input");
    }
    expect(readFileSync(join(folder, "good.txt"), "utf8")).toBe(GOOD);
  });

  test("an output folder inside the input is not read as input", async () => {
    const inside = join(folder, "out");
    await runTuhei(["redact", folder, "--out", inside]);
    const again = await runTuhei(["redact", folder, "--out", inside, "--overwrite", "--format", "json"]);
    expect(JSON.parse(again.stdout).files).toHaveLength(2);
  });

  test("an output folder that cannot be made is reported and nothing is left behind", async () => {
    const blocked = join(emptyFolder(), "file");
    writeFileSync(blocked, "");
    const run = await runTuhei(["redact", folder, "--out", join(blocked, "out")]);
    expect(run.exitCode).toBe(3);
    expect(filesBelow(join(blocked, ".."))).toEqual(["file"]);
  });

  test("a dry run writes nothing", async () => {
    const out = join(emptyFolder(), "out");
    const run = await runTuhei(["redact", folder, "--out", out, "--dry-run"]);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain("would be blacked out");
    expect(existsSync(out)).toBe(false);
  });

  test("subfolders keep their names", async () => {
    const nested = emptyFolder();
    mkdirSync(join(nested, "二月", "顺丰"), { recursive: true });
    writeFileSync(join(nested, "二月", "顺丰", "单.txt"), GOOD);
    const out = emptyFolder();
    await runTuhei(["redact", nested, "--out", out]);
    expect(filesBelow(out)).toEqual([join("二月", "顺丰", "单.txt")]);
  });
});

describe("standard input", () => {
  test.each([
    [["scan", "-"], ["-"]],
    [
      ["scan", "-", "good.txt"],
      ["-", "good.txt"],
    ],
    [
      ["scan", "good.txt", "-", "-q"],
      ["good.txt", "-"],
    ],
  ])("%j reads it where it stands among the paths", async (args, paths) => {
    const cwd = folderWith("more.txt", "");
    const run = await runTuhei([...args, "-f", "json"], { cwd, input: Buffer.from(GOOD) });
    const { files } = JSON.parse(run.stdout);
    expect(files.map(({ path }: { path: string }) => path)).toEqual(paths);
    for (const { findings } of files) expect(findings).not.toEqual([]);
    expect(run.exitCode).toBe(1);
  });

  test("goes out redacted on standard output", async () => {
    const run = await runTuhei(["redact", "-", "--out", "-"], { input: Buffer.from(GOOD) });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toBe("姓名：███ 电话：███████████\n");
  });
});

describe("usage", () => {
  test.each([
    [["frobnicate"], "frobnicate"],
    [["scan"], "path"],
    [["scan", ".", "--only", "shoe-size"], "shoe-size"],
    [["scan", ".", "--min-score", "7"], "--min-score"],
    [["scan", ".", "--encoding", "klingon"], "klingon"],
    [["scan", ".", "--frobnicate"], "frobnicate"],
    [["redact", "."], "out"],
    [["redact", "a", "b", "--out", "-"], "--out -"],
    [["scan", ".", "--password-file", "absent"], "absent"],
  ])("%j exits with 2 and says why in one place", async (args, reason) => {
    const run = await runTuhei(args, { cwd: emptyFolder() });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain(reason);
    expect(run.stdout).toBe("");
  });

  test.each([
    ["zh", "不存在"],
    ["en", "no such file"],
  ])("--lang %s speaks that language", async (lang, words) => {
    const run = await runTuhei(["scan", "absent.txt", "--lang", lang], { cwd: emptyFolder() });
    expect(run.stdout).toContain(words);
  });

  test("the locale chooses the language", async () => {
    const run = await runTuhei(["scan", "absent.txt"], {
      env: { TUHEI_LANG: "", LC_ALL: "zh_CN.UTF-8" },
      cwd: emptyFolder(),
    });
    expect(run.stdout).toContain("不存在");
  });

  test.each(["scan", "redact", "verify"])("%s --help shows options, examples and exit codes", async (command) => {
    const run = await runTuhei([command, "--help"]);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toMatch(/Examples:[\s\S]*Exit codes:/);
  });
});
