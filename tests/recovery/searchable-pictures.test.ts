import { bytesSource, createServices, quadOfBox, type Raster } from "@tuhei/core";
import { openPdf, pageChars } from "@tuhei/core/pdf";
import { type RasterOptions, redact } from "@tuhei/redactor";
import { afterAll, describe, expect, test } from "vitest";
import { pdfOf, type Sheet } from "../builders/pdf.ts";
import * as pdfFeatures from "../builders/pdf-features.ts";
import { redactByHand } from "./pdf-places.ts";

const services = createServices({ ocr: "none" });
afterAll(() => services.close());

const KEPT = "这一行文字必须保留下来 and stays searchable";
const TEXTS = [
  { text: "姓名：林晓峰，电话：13900001234，完毕。", x: 72, y: 100 },
  { text: KEPT, x: 72, y: 150 },
];

/** A page that becomes a picture because a pattern on it draws text. */
function patternPdf(sheet: Sheet = {}): Promise<Uint8Array> {
  return pdfOf([{ texts: TEXTS, ...sheet }], {
    finish: (document) => pdfFeatures.fillWithPattern(document, document.getPage(0), "x"),
  });
}

async function redacted(bytes: Uint8Array, raster: Partial<RasterOptions> = {}) {
  const result = await redact(bytesSource(bytes, "a.pdf"), { open: { services }, raster });
  const { source } = result.file;
  return { result, bytes: await source.read(0, source.size) };
}

async function placesOfText(bytes: Uint8Array, text: string) {
  const file = await openPdf(bytes, { name: "a.pdf" });
  try {
    return file.withPage(0, (page) => {
      const { count, codes, boxes } = pageChars(page);
      const all = Array.from({ length: count }, (_, at) => at);
      const said = all.map((at) => String.fromCodePoint(codes[at]!)).join("");
      const start = said.indexOf(text);
      return all.slice(start, start + text.length).map((at) => {
        const [left = 0, bottom = 0, right = 0, top = 0] = boxes.subarray(at * 4, at * 4 + 4);
        return page.space.boxOf({ left, bottom, right, top });
      });
    });
  } finally {
    file.close();
  }
}

describe("pages that became pictures", () => {
  test("say what they show to readers and to searches, and nothing of the values", async () => {
    const { result, bytes } = await redacted(await patternPdf());
    expect(result.rasterized).toEqual([{ page: 0, reason: "text in a pattern or mask" }]);
    const file = await openPdf(bytes, { name: "a.pdf" });
    const said = file.withPage(0, (page) => String.fromCodePoint(...pageChars(page).codes));
    file.close();
    expect(said.replace(/\s+/g, " ")).toContain(KEPT);
    expect(said).toContain("姓名：");
    for (const part of ["林", "晓", "峰", "1390", "1234"]) expect(said).not.toContain(part);
  });

  test.each([0, 90, 180, 270] as const)("words stand where the page shows them, turned by %i", async (rotate) => {
    const original = await patternPdf({ rotate });
    const { bytes } = await redacted(original);
    const [before, after] = [await placesOfText(original, "必须保留"), await placesOfText(bytes, "必须保留")];
    expect(after).toHaveLength(before.length);
    for (const [at, box] of before.entries()) {
      expect(Math.abs(box.x + box.width / 2 - after[at]!.x - after[at]!.width / 2)).toBeLessThan(3);
      expect(Math.abs(box.y + box.height / 2 - after[at]!.y - after[at]!.height / 2)).toBeLessThan(3);
    }
  });

  test("leave out what nobody sees: hidden layers, white on white, text beside the page", async () => {
    const bytes = await pdfOf([{ texts: [...TEXTS, { text: "旁边的字", x: 700, y: 200 }] }], {
      finish(document, font) {
        const [page] = document.getPages();
        pdfFeatures.fillWithPattern(document, page!, "x");
        page!.drawText("白纸白字", { x: 72, y: 300, size: 12, font, opacity: 0 });
      },
    });
    const output = await redactByHand(bytes, ["林晓峰", "13900001234"]);
    const file = await openPdf(output.bytes, { name: "a.pdf" });
    const said = file.withPage(0, (page) => String.fromCodePoint(...pageChars(page).codes));
    file.close();
    expect(said).toContain("必须保留");
    for (const hidden of ["旁边的字", "白纸白字"]) expect(said).not.toContain(hidden);
  });

  test("keep their text where only their pixels show a symbol, which is covered", async () => {
    const quad = quadOfBox({ x: 400, y: 900, width: 300, height: 60 });
    let covered = 0;
    const shown = {
      ...services,
      // What a reader sees in drawings once they are pixels; black it is not seen.
      barcodes: async ({ data, width }: Raster) => {
        const at = (930 * width + 500) * 3;
        const isBlack = data[at] === 0;
        if (isBlack) covered++;
        return width < 1000 || isBlack ? [] : [{ symbology: "Code128", quad }];
      },
    };
    const result = await redact(bytesSource(await patternPdf(), "a.pdf"), { open: { services: shown } });
    const bytes = await result.file.source.read(0, result.file.source.size);
    expect(covered).toBe(1);
    const { result: plain } = await redacted(await patternPdf());
    expect(result.redactions).toBeGreaterThan(plain.redactions);
    const file = await openPdf(bytes, { name: "a.pdf" });
    const said = file.withPage(0, (page) => String.fromCodePoint(...pageChars(page).codes));
    file.close();
    expect(said.replace(/\s+/g, " ")).toContain(KEPT);
    expect(said).not.toContain("1390");
  });

  test("take their size from the resolution asked for, and are without loss when asked", async () => {
    const bytes = await patternPdf();
    const widths: number[] = [];
    for (const dpi of [72, 144]) {
      const output = await redacted(bytes, { dpi, isLossless: true });
      const text = Buffer.from(output.bytes).toString("latin1");
      expect(text).not.toContain("/DCTDecode");
      widths.push(Number(/\/Width (\d+)/.exec(text)![1]));
    }
    expect(widths).toEqual([595, 1190]);
  });

  test("without colours are stored without them", async () => {
    const { bytes } = await redacted(await patternPdf());
    expect(Buffer.from(bytes).toString("latin1")).toContain("/DeviceGray");
  });
});
