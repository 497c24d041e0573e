import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { bytesSource, createServices, type Raster, readAll } from "@tuhei/core";
import { openPdf, renderPage } from "@tuhei/core/pdf";
import { createWatermark, redact, verify } from "@tuhei/redactor";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { pdfOf } from "../builders/pdf.ts";
import { emptyFolder, runTuhei } from "../cli/run-tuhei.ts";
import { missingCommands } from "./witnesses.ts";

const folder = mkdtempSync(join(tmpdir(), "tuhei-watermark-"));
const services = createServices({ ocr: "none" });
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await services.close();
});

const TEXT = "仅供办理租房业务使用";
const open = { services };

const NEEDED = ["pdftotext", "pdftoppm", "tesseract"];
const missing = missingCommands().filter((command) => NEEDED.includes(command));
test("every witness is installed", ({ skip }) => {
  skip(missing.length > 0 && !process.env.CI, `not installed: ${missing.join(", ")}; .ci/run installs them`);
  expect(missing).toEqual([]);
});

/** How much of a picture differs from another by as much as an eye sees. */
function changedShare(before: Uint8Array, after: Uint8Array): number {
  let changed = 0;
  for (let at = 0; at < before.length; at++) if (Math.abs(before[at]! - after[at]!) >= 20) changed++;
  return changed / before.length;
}

async function rgb(bytes: Uint8Array): Promise<Buffer> {
  return sharp(bytes).toColourspace("srgb").raw().toBuffer();
}

async function marked(bytes: Uint8Array, name: string): Promise<{ output: Buffer; isWatermarked: boolean }> {
  const { file, isWatermarked } = await redact(bytesSource(bytes, name), {
    open,
    watermark: await createWatermark(TEXT),
  });
  return { output: Buffer.from(await readAll(file.source)), isWatermarked };
}

describe("on pictures", () => {
  const sheet = (level: number) =>
    sharp({ create: { width: 900, height: 600, channels: 3, background: { r: level, g: level, b: level } } });

  test.each([
    ["white", 255],
    ["grey", 128],
    ["black", 0],
  ])("a watermark is seen on %s", async (_name, level) => {
    const original = await sheet(level).png().toBuffer();
    const { output, isWatermarked } = await marked(original, "sheet.png");
    expect(isWatermarked).toBe(true);
    expect(changedShare(await rgb(original), await rgb(output))).toBeGreaterThan(0.02);
    expect(changedShare(await rgb(original), await rgb(output))).toBeLessThan(0.2);
  });

  test.each(["jpeg", "webp", "tiff"] as const)("a %s stays one, without metadata", async (format) => {
    const { output } = await marked(
      await sheet(255)
        .withExif({ IFD0: { Artist: "x" } })
        .toFormat(format)
        .toBuffer(),
      "sheet",
    );
    expect(await sharp(output).metadata()).toMatchObject({ format, width: 900, height: 600 });
    expect((await sharp(output).metadata()).exif).toBeUndefined();
  });

  test.skipIf(missing.length > 0)("Tesseract reads it once the picture is turned back", async () => {
    const { output } = await marked(await sheet(255).resize(1800, 1200).png().toBuffer(), "sheet.png");
    const turned = join(folder, "turned.png");
    await sharp(output).rotate(30, { background: "white" }).toFile(turned);
    const { stdout } = await promisify(execFile)("tesseract", [turned, "-", "-l", "chi_sim", "--psm", "11"]);
    expect(stdout.replace(/\s/g, "")).toContain("业务使用");
  });

  test("boxes stay black", async () => {
    const quad = [
      { x: 200, y: 150 },
      { x: 700, y: 180 },
      { x: 690, y: 400 },
      { x: 190, y: 370 },
    ] as const;
    const barcodes = async ({ data, width }: Raster) =>
      data[(300 * width + 400) * 3]! > 0 ? [{ symbology: "QRCode", quad }] : [];
    const { file } = await redact(bytesSource(await sheet(255).png().toBuffer(), "a.png"), {
      open: { services: { ...services, barcodes } },
      watermark: await createWatermark(TEXT),
    });
    const { data, info } = await sharp(await readAll(file.source))
      .raw()
      .toBuffer({ resolveWithObject: true });
    for (let x = 220; x < 670; x++) expect(data[(270 * info.width + x) * info.channels]).toBe(0);
  });
});

describe.each([0, 90])("on a page of a PDF turned by %i", (rotate) => {
  const page = async () =>
    pdfOf(
      [
        {
          texts: [
            { text: "姓名：林晓峰", x: 72, y: 100 },
            { text: "备注：请放在门口", x: 72, y: 140 },
          ],
        },
      ],
      {
        finish(document) {
          const sheet = document.getPage(0);
          // A page that leaves its graphics state shifted must not shift the watermark.
          sheet.node.addContentStream(document.context.register(document.context.stream("q 3 0 0 3 900 900 cm")));
          sheet.setRotation({ type: "degrees", angle: rotate } as never);
        },
      },
    );

  async function rendering(bytes: Uint8Array): Promise<Raster> {
    const file = await openPdf(bytes, { name: "a.pdf" });
    try {
      return file.withPage(0, (shown) => renderPage(shown, 72)).raster;
    } finally {
      file.close();
    }
  }

  test("it is drawn all over, and the bar stays black", async () => {
    const plain = await redact(bytesSource(await page(), "a.pdf"), { open });
    const { output } = await marked(await page(), "a.pdf");
    const [before, after] = [await rendering(await readAll(plain.file.source)), await rendering(output)];
    const half = before.data.length / 2;
    for (const part of [0, 1]) {
      const cut = ({ data }: Raster) => data.subarray(part * half, (part + 1) * half);
      expect(changedShare(cut(before), cut(after))).toBeGreaterThan(0.02);
    }
    const black = before.data.reduce(
      (count, level, at) => (level === 0 && before.data[at - 12] === 0 ? count + 1 : count),
      0,
    );
    expect(black).toBeGreaterThan(300);
    for (const [at, level] of before.data.entries()) {
      const isBar = level === 0 && [-12, 12].every((step) => before.data[at + step] === 0);
      if (isBar) expect(after.data[at]).toBeLessThanOrEqual(40);
    }
  });

  test.skipIf(missing.length > 0)("the text below is the same, and no font has come in", async () => {
    const plain = await redact(bytesSource(await page(), "a.pdf"), { open });
    const { output } = await marked(await page(), "a.pdf");
    const say = async (bytes: Uint8Array) => {
      const path = join(folder, "say.pdf");
      await writeFile(path, bytes);
      const text = await promisify(execFile)("pdftotext", [path, "-"]);
      return [text.stdout, ((await readFile(path)).toString("latin1").match(/FontDescriptor/g) ?? []).length];
    };
    expect(await say(output)).toEqual(await say(await readAll(plain.file.source)));
    expect((await say(output))[0]).toContain("请放在门口");
    expect((await say(output))[0]).not.toContain("林晓峰");
  });

  test("the file is proven, and grows by little", async () => {
    const { output } = await marked(await page(), "a.pdf");
    const proof = await verify(bytesSource(output, "a.pdf"), {
      open,
      scan: {},
      values: { values: () => [], find: () => [], add() {} } as never,
      redactions: [],
      gaps: [],
    });
    expect(proof.verified).toBeDefined();
    const plain = await redact(bytesSource(await page(), "a.pdf"), { open });
    expect(output.length - plain.file.source.size).toBeLessThan(40_000);
  });

  test("twice the same gives the same bytes", async () => {
    expect((await marked(await page(), "a.pdf")).output.equals((await marked(await page(), "a.pdf")).output)).toBe(
      true,
    );
  });
});

describe("on the command line", () => {
  test("text has no watermark, which is told", async () => {
    const cwd = emptyFolder();
    await writeFile(join(cwd, "a.txt"), "姓名：林晓峰");
    const { stdout, exitCode } = await runTuhei(["redact", "a.txt", "--out", "out", "--watermark", TEXT], { cwd });
    expect(stdout).toContain("no watermark");
    expect(exitCode).toBe(0);
    rmSync(cwd, { recursive: true });
  });

  test.each([" ", "两\n行", "字".repeat(61)])("%j is no watermark", async (text) => {
    const { exitCode, stderr } = await runTuhei(["redact", "a.txt", "--out", "out", "--watermark", text], {});
    expect(exitCode).toBe(2);
    expect(stderr).toContain("--watermark");
  });

  test("without a font for it nothing is begun, and the package to install is named", async () => {
    const cwd = emptyFolder();
    await writeFile(join(cwd, "none.conf"), "<fontconfig></fontconfig>");
    const { exitCode, stderr } = await runTuhei(["redact", "a.txt", "--out", "out", "--watermark", TEXT], {
      env: { FONTCONFIG_FILE: join(cwd, "none.conf") },
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("fonts-noto-cjk");
    rmSync(cwd, { recursive: true });
  });

  test("a character that no font has is refused, one that looks like a frame is not", async () => {
    await expect(createWatermark("使用\u{fdd1}")).rejects.toMatchObject({ code: "font" });
    await expect(createWatermark("口囗田□")).resolves.toBeDefined();
  });
});
