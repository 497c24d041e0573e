import { degrees, PDFName, rgb } from "@cantoo/pdf-lib";
import { bytesSource, createServices } from "@tuhei/core";
import { redact } from "@tuhei/redactor";
import { afterAll, describe, expect, test } from "vitest";
import { A4, pdfOf, type Sheet } from "../builders/pdf.ts";
import { addContent } from "../builders/pdf-features.ts";
import { testimonyOf } from "./asked-witness.ts";
import { isIn, remainsOf } from "./remains.ts";

const services = createServices({ ocr: "none", faces: "keep" });
afterAll(() => services.close());

const HIDDEN = "GREENFIELD";
const KEPT = "This line stays readable";
const READERS = ["pdftotext", "mutool draw", "pdf.js", "qpdf --qdf"];

const texts = [
  { text: HIDDEN, x: 72, y: 100, font: "latin" },
  { text: KEPT, x: 72, y: 130, font: "latin" },
] as const;

/** A rectangle over the first line. */
function bar(level: number): NonNullable<Sheet["draw"]> {
  return (page) =>
    page.drawRectangle({ x: 66, y: A4[1] - 106, width: 130, height: 20, color: rgb(level, level, level) });
}

async function redacted(sheet: Sheet) {
  const original = await pdfOf([sheet]);
  for (const reader of READERS) expect(isIn(await testimonyOf(reader, original), HIDDEN)).toBe(true);
  const { file, rasterized, removed, dispose } = await redact(bytesSource(original, "a.pdf"), { open: { services } });
  const bytes = await file.source.read(0, file.source.size);
  await dispose();
  for (const reader of READERS) expect(remainsOf(await testimonyOf(reader, bytes), [HIDDEN], 4)).toEqual([]);
  return { kept: String(await testimonyOf("pdftotext", bytes)), rasterized, removed };
}

describe("what others only covered goes", () => {
  test.each<[string, Sheet]>([
    ["under a black bar", { texts, draw: bar(0) }],
    ["under a black bar on a turned page", { texts, draw: bar(0), rotate: 90 }],
    [
      "in black on a black bar",
      {
        texts: texts.slice(1),
        async draw(page, font) {
          await bar(0)(page, font);
          page.drawText(HIDDEN, { x: 72, y: A4[1] - 100, size: 12 });
        },
      },
    ],
  ])("%s, in place, and the rest of the page stays text", async (_where, sheet) => {
    const { kept, rasterized, removed } = await redacted(sheet);
    expect(rasterized).toEqual([]);
    expect(removed).toContain("covered text");
    expect(kept).toContain(KEPT);
  });

  test.each<[string, Sheet]>([
    ["under white, which black would not be seen on", { texts, draw: bar(1) }],
    [
      "under a grey bar with other words on it",
      {
        texts,
        async draw(page, font) {
          await bar(0.8)(page, font);
          page.drawText("corrected", { x: 72, y: A4[1] - 100, size: 12 });
        },
      },
    ],
  ])("%s, from a picture of the page, behind which the rest stays text", async (_where, sheet) => {
    const { kept, rasterized } = await redacted(sheet);
    expect(rasterized).toEqual([{ page: 0, reason: "not proven clean in place" }]);
    for (const word of KEPT.split(" ")) expect(kept).toContain(word);
  });

  test("slanted under a slanted bar", async () => {
    const angle = 20;
    await redacted({
      texts: [
        { text: HIDDEN, x: 150, y: 300, angle, font: "latin" },
        { text: KEPT, x: 72, y: 130, font: "latin" },
      ],
      draw: (page) =>
        page.drawRectangle({
          x: 145,
          y: A4[1] - 308,
          width: 130,
          height: 24,
          rotate: degrees(angle),
          color: rgb(0, 0, 0),
        }),
    });
  });
});

test("a number whose digits are drawn in another order than they are read is found and removed", async () => {
  const phone = "13900001234";
  const order = [7, 0, 10, 3, 5, 1, 9, 2, 8, 6, 4];
  const drawn = order.map((at) => `1 0 0 1 ${72 + at * 8.4} 700 Tm (${phone[at]}) Tj`).join(" ");
  const original = await pdfOf([{ texts: [{ text: KEPT, x: 72, y: 130, font: "latin" }] }], {
    finish(document) {
      const page = document.getPage(0);
      const { context } = document;
      const font = context.register(context.obj({ Type: "Font", Subtype: "Type1", BaseFont: "Courier" }));
      page.node.setFontDictionary(PDFName.of("Mono"), font);
      addContent(document, page, `BT /Mono 14 Tf ${drawn} ET`);
    },
  });
  expect(String(await testimonyOf("pdftotext", original))).toContain(phone);
  const { file, dispose } = await redact(bytesSource(original, "a.pdf"), { open: { services } });
  const bytes = await file.source.read(0, file.source.size);
  await dispose();
  for (const reader of READERS) expect(remainsOf(await testimonyOf(reader, bytes), [phone], 6)).toEqual([]);
  expect(String(await testimonyOf("pdftotext", bytes))).toContain(KEPT);
});
