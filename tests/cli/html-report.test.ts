import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, openPage } from "../browser/chromium.ts";
import { pdfOf, textPdf } from "../builders/pdf.ts";
import { emptyFolder, runTuhei } from "./run-tuhei.js";

const PHONE = "13900001234";
/** A file's name that would be markup, were it not escaped. */
const ODD_NAME = `<img src=x onerror=alert(1)>"'&.txt`;
const folder = emptyFolder();
const inputs = join(folder, "in");

beforeAll(async () => {
  mkdirSync(inputs);
  writeFileSync(join(inputs, ODD_NAME), `电话：${PHONE}\n`);
  writeFileSync(join(inputs, "clean.txt"), "nothing\n");
  writeFileSync(join(inputs, "broken.pdf"), "%PDF-1.7\n");
  writeFileSync(join(inputs, "page.pdf"), await textPdf([`Tel: ${PHONE}`]));
  const sheets = Array.from({ length: 6 }, () => ({ texts: [{ text: `Tel: ${PHONE}`, x: 72, y: 100 }] }));
  writeFileSync(join(inputs, "six.pdf"), await pdfOf(sheets));
});

async function pageOf(...args: string[]): Promise<string> {
  const path = join(emptyFolder(), "report.html");
  await runTuhei([...args, "-f", "html", "--report", path, "--ocr", "none"], { cwd: folder });
  return readFileSync(path, "utf8");
}

describe("the HTML report", () => {
  test("has counts, the law, and every file with status, masked findings, reasons and gaps", async () => {
    const page = await pageOf("scan", "in");
    expect(page).toMatch(/^<!doctype html>\n/);
    for (const part of ["5 files", "By type", "Reference counts by Chinese law", "clean.txt", "damaged or not what"])
      expect(page).toContain(part);
    expect(page).toMatch(/139\*+/);
    expect(page).not.toContain(PHONE);
  });

  test("speaks Chinese where asked to", async () => {
    const page = await pageOf("scan", "in", "--lang", "zh");
    expect(page).toContain('<html lang="zh-CN">');
    for (const part of ["手机号", "依据", "法律参考计数", "失败"]) expect(page).toContain(part);
  });

  test("lets a browser load, run and send nothing, and its one style is allowed by its hash", async () => {
    const page = await pageOf("scan", "in");
    const [, policy] = page.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)!;
    const shown = policy!.replaceAll("&#39;", "'");
    expect(shown).toContain("default-src 'none'");
    const [, style] = page.match(/<style>([\s\S]*?)<\/style>/)!;
    expect(shown).toContain(`'sha256-${createHash("sha256").update(style!).digest("base64")}'`);
    expect(page).not.toMatch(/<script|<link|<iframe|\bon\w+="|https?:|style="/);
  });

  test("reads nothing of a file's name as markup", async () => {
    const page = await pageOf("scan", "in");
    expect(page).not.toContain("<img");
    expect(page).toContain("&#60;img src=x onerror=alert(1)&#62;&#34;&#39;&#38;.txt");
  });

  test("replaces an earlier one and does not take it for an input", async () => {
    const own = join(emptyFolder(), "docs");
    mkdirSync(own);
    writeFileSync(join(own, "a.txt"), "nothing\n");
    for (const _ of [1, 2]) await runTuhei(["scan", own, "-f", "html", "-o", join(own, "report.html")]);
    expect(readFileSync(join(own, "report.html"), "utf8")).toContain("1 file,");
  });
});

describe("the pictures in the HTML report", () => {
  test("show the first pages of what was redacted, small, with the bars", async () => {
    const page = await pageOf("redact", "in/page.pdf", "in/six.pdf", "--out", join(emptyFolder(), "out"));
    const pictures = [...page.matchAll(/src="data:image\/webp;base64,([^"]*)"/g)].map(([, data]) =>
      Buffer.from(data!, "base64"),
    );
    expect(pictures).toHaveLength(5);
    expect(page).toContain("4 of 6 pages shown");
    for (const picture of pictures) {
      const { data, info } = await sharp(picture).grayscale().raw().toBuffer({ resolveWithObject: true });
      expect(Math.max(info.width, info.height)).toBeLessThanOrEqual(220);
      expect(data.some((gray) => gray < 60)).toBe(true);
      expect(picture.length).toBeLessThan(20_000);
    }
  });

  test("are in no report of a scan, and in no other report", async () => {
    expect(await pageOf("scan", "in")).not.toContain("data:image");
    expect(await pageOf("redact", "in", "--out", join(emptyFolder(), "out"), "--dry-run")).not.toContain("data:image");
    const both = ["-f", "json", "-f", "html", "--report", "-", "--report", join(emptyFolder(), "a.html")];
    const { stdout } = await runTuhei(["redact", join(inputs, "page.pdf"), "--out", emptyFolder(), ...both]);
    expect(JSON.parse(stdout).files[0]).not.toHaveProperty("thumbnails");
  });

  test("are there too of what an earlier run had done, and where that made no report of them this is said", async () => {
    const env = { XDG_STATE_HOME: emptyFolder() };
    for (const format of ["html", "json"]) {
      const out = join(emptyFolder(), "out");
      const report = join(emptyFolder(), "report.html");
      const args = ["redact", "in", "--out", out, "--ocr", "none"];
      // One file is damaged: the journal stays.
      await runTuhei([...args, "-f", format, "--report", join(out, "..", "first")], { cwd: folder, env });
      await runTuhei([...args, "-f", "html", "--report", report, "--resume"], { cwd: folder, env });
      const page = readFileSync(report, "utf8");
      expect(page).toContain("4 of them were done already");
      expect([...page.matchAll(/data:image\/webp/g)]).toHaveLength(format === "html" ? 5 : 0);
      expect([...page.matchAll(/no pictures of its pages/g)]).toHaveLength(format === "html" ? 0 : 2);
    }
  });

  test("come from other processes too", async () => {
    const page = await pageOf("redact", "in", "--out", join(emptyFolder(), "out"), "--jobs", "2");
    expect([...page.matchAll(/data:image\/webp/g)]).toHaveLength(5);
  });
});

const chromium = findChromium();

describe.runIf(chromium !== undefined)("in Chromium", () => {
  const open = openPage(chromium ?? "");
  afterAll(async () => (await open).close());

  test("it is laid out by its own style and all its pictures are drawn", async () => {
    const path = join(folder, "report.html");
    await runTuhei(["redact", "in", "--out", join(folder, "out"), "-f", "html", "--report", path], { cwd: folder });
    const browser = await open;
    const text = JSON.stringify(readFileSync(path, "utf8"));
    const seen = (await browser.evaluate(`(async () => {
      document.open();
      document.write(${text});
      document.close();
      await Promise.all([...document.images].map((image) => image.decode()));
      return {
        widths: [...document.images].map((image) => image.naturalWidth),
        summary: getComputedStyle(document.querySelector("summary")).cursor,
        files: document.querySelectorAll("details").length,
      };
    })()`)) as { widths: number[]; summary: string; files: number };
    expect(seen).toMatchObject({ summary: "pointer", files: 5 });
    expect(seen.widths).toHaveLength(5);
  });
});
