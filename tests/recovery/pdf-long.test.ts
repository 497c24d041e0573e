import { PDFArray, PDFDict, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import { bytesSource, createServices, readAll } from "@tuhei/core";
import { redact } from "@tuhei/redactor";
import { expect, test } from "vitest";
import { type PdfOptions, pdfOf } from "../builders/pdf.ts";
import { KEPT, NAME, PHONE } from "../builders/pdf-corpus/content.ts";
import * as features from "../builders/pdf-features.ts";
import { testimonyOf } from "./asked-witness.ts";
import { type RedactByHand, redactByHand } from "./pdf-places.ts";
import { remainsOf } from "./remains.ts";

/** More than are worked on at once. */
const PAGES = 70;

/** Pages with their number, a name and a line that stays, or with what lines they are given. */
function longPdf(
  pages: number,
  options: PdfOptions = {},
  lines = (page: number) => [`第${page}页 姓名：${NAME}`, KEPT],
): Promise<Uint8Array> {
  const sheets = Array.from({ length: pages }, (_, page) => ({
    texts: lines(page).map((text, row) => ({ text, x: 72, y: 100 + row * 24 })),
  }));
  return pdfOf(sheets, options);
}

/** Numbers of pages as they can be read, in order; the witness reads the file in several ways, one after the other. */
async function numbersIn(bytes: Uint8Array, pages: number): Promise<number[]> {
  const text = String(await testimonyOf("pdftotext", bytes)).normalize("NFKC");
  return [...text.matchAll(/第\s*(\d+)\s*页/g)].map(([, number]) => Number(number)).slice(0, pages);
}

const numbers = (pages: number) => Array.from({ length: pages }, (_, page) => page);

test("a long file loses its values on every page, keeps its pages in order, and holds each font and form once", async () => {
  const original = await longPdf(PAGES, {
    finish(document) {
      const { context } = document;
      const form = context.register(
        context.stream(`BT /F 12 Tf 72 300 Td (Tel ${PHONE} end) Tj ET`, {
          Type: "XObject",
          Subtype: "Form",
          BBox: [0, 0, 595, 842],
          Resources: { Font: { F: { Type: "Font", Subtype: "Type1", BaseFont: "Helvetica" } } },
        }),
      );
      for (const page of document.getPages().filter((_, index) => index % 2 === 0)) drawForm(page, form);
    },
  });
  const { bytes, rasterized } = await redactByHand(original, [NAME, PHONE]);
  expect(rasterized).toEqual([]);
  for (const witness of ["pdftotext", "qpdf --qdf"]) {
    expect(remainsOf(await testimonyOf(witness, original), [NAME, PHONE], 6)).not.toEqual([]);
    expect(remainsOf(await testimonyOf(witness, bytes), [NAME, PHONE], 6)).toEqual([]);
  }
  expect(await numbersIn(bytes, PAGES)).toEqual(numbers(PAGES));
  const objects = String(await testimonyOf("qpdf --qdf", bytes));
  expect(objects.match(/\/FontFile2 /g)).toHaveLength(1);
  const labels = async (file: Uint8Array) => String(await testimonyOf("pdftotext", file)).match(/Tel/g)?.length;
  expect(await labels(bytes)).toBe(await labels(original));
});

function drawForm(page: PDFPage, form: Parameters<PDFPage["node"]["setXObject"]>[1]): void {
  page.node.normalize();
  page.node.setXObject(PDFName.of("Shared"), form);
  features.addContent(page.doc, page, "/Shared Do");
}

test("a layer that is not shown is seen on a late page, and the page becomes a picture", async () => {
  const original = await longPdf(PAGES, {
    finish(document, font) {
      const page = document.getPage(PAGES - 1);
      features.drawOnHiddenLayer(document, page, () =>
        page.drawText(`电话：${PHONE}`, { x: 72, y: 300, font, size: 12 }),
      );
    },
  });
  const { bytes, rasterized } = await redactByHand(original, [NAME]);
  expect(rasterized).toEqual([{ page: PAGES - 1, reason: "hidden layers" }]);
  expect(remainsOf(await testimonyOf("qpdf --qdf", bytes), [NAME, PHONE], 6)).toEqual([]);
});

test("late pages become pictures of themselves", async () => {
  const original = await longPdf(PAGES);
  const rasterize = new Set([3, PAGES - 2]);
  const { bytes, rasterized } = await redactByHand(original, [NAME], { rasterize });
  expect(rasterized.map(({ page }) => page)).toEqual([...rasterize]);
  expect(await numbersIn(bytes, PAGES)).toEqual(numbers(PAGES));
});

test("a page that stands in the file twice stays where it stands", async () => {
  const original = await longPdf(PAGES, {
    finish({ catalog }) {
      const kids = catalog.lookup(PDFName.of("Pages"), PDFDict).lookup(PDFName.of("Kids"), PDFArray);
      kids.set(PAGES - 5, kids.get(2));
    },
  });
  const { bytes } = await redactByHand(original, [NAME]);
  expect(await numbersIn(bytes, PAGES)).toEqual(numbers(PAGES).with(PAGES - 5, 2));
  expect(remainsOf(await testimonyOf("pdftotext", bytes), [NAME], 6)).toEqual([]);
});

test.each<readonly [string, NonNullable<RedactByHand["forecast"]>]>([
  ["as it is", (_, quads) => quads],
  ["without what later pages add", (page, quads) => (page % 40 === 3 ? [] : quads)],
  ["with more than it is", (page, quads) => (page % 40 === 7 ? [...quads, ...quads] : quads)],
])("a long file told of early, %s, comes out as one of which nothing is told", async (_, forecast) => {
  const original = await longPdf(PAGES);
  const { bytes } = await redactByHand(original, [NAME]);
  expect(Buffer.compare((await redactByHand(original, [NAME], { forecast })).bytes, bytes)).toBe(0);
});

test("a name that only the last page labels is gone from pages that were worked on before it was read", async () => {
  const lines = (page: number) => [`第${page}页 ${page === PAGES - 1 ? "姓名：" : "由"}${NAME}`, KEPT];
  const original = await longPdf(PAGES, {}, lines);
  const services = createServices({ ocr: "none" });
  const { file, dispose } = await redact(bytesSource(original, "long.pdf"), { open: { services } });
  const bytes = await readAll(file.source);
  await Promise.all([dispose(), services.close()]);
  expect(remainsOf(await testimonyOf("pdftotext", original), [NAME], 6)).not.toEqual([]);
  expect(remainsOf(await testimonyOf("pdftotext", bytes), [NAME], 6)).toEqual([]);
  expect(await numbersIn(bytes, PAGES)).toEqual(numbers(PAGES));
});
