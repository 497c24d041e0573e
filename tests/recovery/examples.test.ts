import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import iconv from "iconv-lite";
import { beforeAll, describe, expect, test } from "vitest";
import type { Planted } from "../builders/documents/document.ts";
import { emptyFolder, filesBelow, type Run, runTuhei } from "../cli/run-tuhei.ts";
import {
  bytesOfPdf,
  metadataOf,
  readByTesseract,
  readByZbar,
  spellingsOf,
  testWith,
  textOfPdf,
  withPages,
} from "./witnesses.ts";

const examples = fileURLToPath(new URL("../../examples", import.meta.url));
const originals = join(examples, "documents");
const truth = JSON.parse(readFileSync(join(examples, "truth.json"), "utf8")) as Record<string, readonly Planted[]>;
const names = Object.keys(truth);
const pdfs = names.filter((name) => name.endsWith(".pdf"));
const pictures = names.filter((name) => /\.(png|jpg|webp|tiff)$/.test(name));
const texts = names.filter((name) => /\.(txt|csv|tsv)$/.test(name));

const out = emptyFolder();
let run: Run;
beforeAll(async () => {
  run = await runTuhei(["redact", originals, "--out", out, "--format", "json"]);
}, 600_000);

/** Values that stand as text; a barcode's payload is for zbarimg. */
function valuesIn(name: string): string[] {
  return [...new Set(truth[name]!.filter(({ type }) => type !== "barcode").map(({ value }) => value))];
}

/** Values that a reader still finds, spaces and hyphens aside. */
function seenIn(read: string, values: readonly string[]): string[] {
  const bare = read.replace(/[\s-]/g, "");
  return values.filter((value) => bare.includes(value.replace(/[\s-]/g, "")));
}

test("every example is redacted, proven and complete", () => {
  expect(run.exitCode).toBe(0);
  expect(filesBelow(out)).toEqual([...names].sort());
  const { files } = JSON.parse(run.stdout) as { files: { status: string; verified: boolean }[] };
  expect(files.filter(({ status, verified }) => status !== "ok" || !verified)).toEqual([]);
});

describe("texts", () => {
  test.each(texts)("%s holds no planted value in any encoding", (name) => {
    const bytes = readFileSync(join(out, name));
    const readings = ["utf8", "utf-16le", "gb18030"].map((encoding) => iconv.decode(bytes, encoding)).join("\n");
    expect(seenIn(readings, valuesIn(name))).toEqual([]);
  });
});

describe("PDFs", () => {
  testWith(["pdftotext", "mutool", "exiftool"]).each(pdfs)("readers find no planted value in %s", (name) => {
    expect(seenIn(textOfPdf(join(out, name)), valuesIn(name))).toEqual([]);
  });

  testWith(["qpdf"]).each(pdfs)("no decoded object of %s spells a planted value", (name) => {
    const bytes = bytesOfPdf(join(out, name));
    const left = valuesIn(name).filter((value) => spellingsOf(value).some((spelling) => bytes.includes(spelling)));
    expect(left).toEqual([]);
  });

  testWith(["pdftoppm", "tesseract", "zbarimg"]).each(pdfs)(
    "nothing can be read from the rendered pages of %s",
    (name) => {
      withPages(join(out, name), 200, (pages) => {
        for (const page of pages) {
          expect(seenIn(readByTesseract(page), valuesIn(name))).toEqual([]);
          expect(readByZbar(page)).toBe("");
        }
      });
    },
  );

  testWith(["pdftotext", "mutool", "exiftool"]).each([
    ["简历.pdf", ["姓名：", "工作经历", "供应链数据分析师", "548分"]],
    ["话费账单.pdf", ["客户姓名：", "对方号码", "客服热线：10000"]],
  ])("the rest of %s can still be read and selected", (name, kept) => {
    const before = textOfPdf(join(originals, name));
    expect(seenIn(before, valuesIn(name))).toEqual(valuesIn(name));
    const after = textOfPdf(join(out, name)).replace(/\s/g, "");
    expect(kept.filter((words) => !after.includes(words))).toEqual([]);
  });
});

describe("pictures", () => {
  testWith(["tesseract"]).each(pictures)("tesseract reads no planted value in %s", (name) => {
    expect(seenIn(readByTesseract(join(out, name)), valuesIn(name))).toEqual([]);
  });

  testWith(["zbarimg"]).each(pictures)("zbarimg decodes nothing in %s", (name) => {
    expect(readByZbar(join(out, name))).toBe("");
  });

  testWith(["exiftool"]).each(pictures)("exiftool finds nothing but the picture in %s", (name) => {
    expect(metadataOf(join(out, name))).not.toMatch(/GPS|EXIF|XMP|ICC|IPTC|Make|Model|Thumbnail/i);
  });

  testWith(["zbarimg"])("zbarimg does decode the originals, so its silence means something", () => {
    const coded = pictures.filter((name) => truth[name]!.some(({ type }) => type === "barcode"));
    expect(coded.filter((name) => readByZbar(join(originals, name)) === "")).toEqual([]);
  });
});
