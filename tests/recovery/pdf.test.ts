import { PDFName, PDFString, rgb } from "@cantoo/pdf-lib";
import { bytesSource, createServices, quadOfBox } from "@tuhei/core";
import { redact } from "@tuhei/redactor";
import sharp from "sharp";
import { expect, test } from "vitest";
import { drawPage } from "../builders/drawn-text.ts";
import { pdfOf, scannedPdf, textPdf } from "../builders/pdf.ts";
import { contentPdf, KEPT, LINES, PHONE, TEXTS, VALUES } from "../builders/pdf-corpus/content.ts";
import { asEvidence, testimonyOf } from "./asked-witness.ts";
import { embeddedPictures, variationIn } from "./pdf-pixels.ts";
import { redactByHand } from "./pdf-places.ts";
import { remainsOf } from "./remains.ts";

const objectsOf = (bytes: Uint8Array) => testimonyOf("qpdf --qdf", bytes);

test.each([
  { title: "a page", corner: [0, 0] as const, rotate: 0 as const },
  { title: "a turned and cropped page", corner: [-40, 30] as const, rotate: 270 as const },
])("$title that failed its proof becomes a picture without the values", async ({ corner, rotate }) => {
  const original = await pdfOf([{ texts: TEXTS, corner, cropBox: [50, 400, 500, 400], rotate, userUnit: 2 }]);
  const { bytes, rasterized } = await redactByHand(original, VALUES, { rasterize: new Set([0]) });
  expect(rasterized).toEqual([{ page: 0, reason: "not proven clean in place" }]);
  expect(remainsOf(await testimonyOf("pdftotext", bytes), VALUES, 6)).toEqual([]);
});

/** Six wavy strokes, as letters drawn as outlines are, `height` points high from y = 100 down. */
function drawnLetters(height: number): Promise<Uint8Array> {
  const letter = (x: number) =>
    `M ${x} 0 C ${x + 9} ${height / 3} ${x - 5} ${height / 2} ${x + 4} ${height} L ${x + 7} ${height - 2} Z`;
  const path = [10, 24, 38, 52, 66, 80].map(letter).join(" ");
  return pdfOf([
    {
      texts: [{ text: KEPT, x: 72, y: 60 }],
      draw: (page) => page.drawSvgPath(path, { x: 72, y: 742, color: rgb(0, 0, 0) }),
    },
  ]);
}

test("drawn letters that a box covers go; where it covers them in part, the page becomes a picture", async () => {
  const box = { page: 0, quad: quadOfBox({ x: 72, y: 98, width: 120, height: 20 }) };
  const curves = async (bytes: Uint8Array) => String(await objectsOf(bytes)).match(/\bc$/gm)?.length ?? 0;
  const covered = await drawnLetters(12);
  expect(await curves(covered)).toBe(6);
  const clean = await redactByHand(covered, [], { quads: [box] });
  expect(clean.rasterized).toEqual([]);
  expect(await curves(clean.bytes)).toBe(0);
  const tall = await redactByHand(await drawnLetters(40), [], { quads: [box] });
  expect(tall.rasterized).toEqual([{ page: 0, reason: "drawings that cannot be removed in place" }]);
  expect(await curves(tall.bytes)).toBe(0);
});

test("lines that stand so close that a box reaches over those beside it keep their text", async () => {
  const lines = ["Lines above gjpqy stay", `Tel ${PHONE} stays`, "Hidden lines below stay"];
  const texts = lines.map((text, row) => ({ text, x: 72, y: 100 + row * 8.5, size: 12, font: "latin" as const }));
  const { bytes, rasterized } = await redactByHand(await pdfOf([{ texts }]), [PHONE]);
  expect(rasterized).toEqual([]);
  const said = String(await testimonyOf("mutool draw", bytes)).replace(/\s+/g, "");
  for (const kept of [lines[0]!, "Tel", "stays", lines[2]!]) expect(said).toContain(kept.replaceAll(" ", ""));
  expect(remainsOf(await objectsOf(bytes), [PHONE], 6)).toEqual([]);
});

test("a box that reaches over the edge of a page which ends within a pixel is proven", async () => {
  const texts = [{ text: `Tel ${PHONE} 0`, x: 72, y: 100, size: 12, font: "latin" as const }];
  const cropped = await pdfOf([{ texts, cropBox: [60, 700.3, 100.2, 48.35] }]);
  const services = createServices({ ocr: "none" });
  const { file, dispose } = await redact(bytesSource(cropped, "a.pdf"), { open: { services } });
  const output = await file.source.read(0, file.source.size);
  await dispose();
  await services.close();
  expect(remainsOf(await objectsOf(output), [PHONE], 6)).toEqual([]);
});

test("pixels of a scan go from the picture itself, and its camera data with them", async () => {
  const box = { x: 130, y: 80, width: 130, height: 24 };
  const original = await scannedPdf(await scan());
  expect(Buffer.from(original).includes("Exif")).toBe(true);
  const output = await redactByHand(original, [], { quads: [{ page: 0, quad: quadOfBox(box) }] });
  expect(output.rasterized).toEqual([]);
  expect(Buffer.from(output.bytes).includes("Exif")).toBe(false);
  expect(output.bytes.length).toBeLessThan(original.length * 1.5);
  const [picture, ...others] = await asEvidence(output.bytes, embeddedPictures);
  expect(others).toEqual([]);
  const { width = 0 } = await sharp(picture).metadata();
  const scale = width / 595;
  const inside = { x: (box.x + 1) * scale, y: (box.y + 1) * scale };
  const size = { width: (box.width - 2) * scale, height: (box.height - 2) * scale };
  expect(await variationIn(picture!, { ...inside, ...size })).toBeLessThan(2);
});

test("camera data leaves pictures on pages without redactions, and the picture stays as it was", async () => {
  const original = await scannedPdf(await scan());
  const { bytes } = await redactByHand(original, []);
  expect(Buffer.from(bytes).includes("Exif")).toBe(false);
  const [before, after] = await Promise.all(
    [original, bytes].map(async (file) => {
      const [picture] = await asEvidence(file, embeddedPictures);
      return sharp(picture).raw().toBuffer();
    }),
  );
  expect(after!.equals(before!)).toBe(true);
});

test("a form that is no stream is not followed: its page becomes a picture", async () => {
  const original = await contentPdf(["/X Do"], ({ context }, page) => {
    const form = context.register(context.obj({ Type: "XObject", Subtype: "Form", Note: PDFString.of(PHONE) }));
    page.node.Resources()!.set(PDFName.of("XObject"), context.obj({ X: form }));
  });
  const { bytes, rasterized } = await redactByHand(original, []);
  expect(rasterized).toEqual([{ page: 0, reason: "content that cannot be followed" }]);
  expect(remainsOf(await objectsOf(bytes), [PHONE], 6)).toEqual([]);
});

test("a name that was found once goes where a paragraph breaks it, too", async () => {
  const NAME = "林晓峰";
  const lines = [`姓名：${NAME}`, "事故发生的时候由驾驶人林晓", "峰驾驶车辆，当事双方由林", "晓峰负责送医，请予确认。"];
  const original = await textPdf(lines);
  const wordsOf = async (bytes: Uint8Array) => String(await testimonyOf("pdftotext", bytes)).replace(/\s/g, "");
  expect(await wordsOf(original)).toContain(NAME);
  const services = createServices({ ocr: "none" });
  const { file, dispose } = await redact(bytesSource(original, "a.pdf"), { open: { services } });
  const output = await file.source.read(0, file.source.size);
  await dispose();
  await services.close();
  const left = await wordsOf(output);
  for (const character of NAME) expect(left).not.toContain(character);
  expect(left).toContain("事故发生的时候由驾驶人");
});

test.each([
  ["of a short file", 2],
  ["at which a long file is parted", 33],
])("of values that a page break %s cuts neither part is left", async (_, pages) => {
  const address = ["北京市朝阳区建国路88号", "院3号楼1204室"];
  const sheet = (page: number, ...body: string[]) => ({
    texts: [
      { text: "远山公司内部资料", x: 72, y: 50 },
      ...body.map((text, row) => ({ text, x: 72, y: 700 + row * 16 })),
      { text: `第${page}页 共${pages}页`, x: 260, y: 800 },
    ],
  });
  const filler = Array.from({ length: pages - 2 }, (_unused, at) => sheet(at + 1, KEPT));
  const cut = [sheet(pages - 1, KEPT, `地址：${address[0]}`), sheet(pages, address[1]!, KEPT)];
  const services = createServices({ ocr: "none" });
  const original = bytesSource(await pdfOf([...filler, ...cut]), "a.pdf");
  const { file, dispose, rasterized } = await redact(original, { open: { services } });
  const output = await file.source.read(0, file.source.size);
  await dispose();
  await services.close();
  expect(rasterized).toEqual([]);
  const said = String(await testimonyOf("pdftotext", output));
  expect(address.filter((part) => said.includes(part))).toEqual([]);
  expect(["地址：", KEPT, `第${pages}页`].filter((kept) => !said.includes(kept))).toEqual([]);
  expect(remainsOf(await objectsOf(output), address, 6)).toEqual([]);
});

test("the same input gives the same bytes", async () => {
  const original = await textPdf(LINES);
  const [first, second] = [await redactByHand(original, VALUES), await redactByHand(original, VALUES)];
  expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
});

test("a wrong password is an error that names no value", async () => {
  const original = await pdfOf([{ texts: TEXTS }], { password: "sesame" });
  await expect(redactByHand(original, [], { password: "wrong" })).rejects.toMatchObject({ code: "encrypted" });
});

/** A scanned page at 144 dpi with the first line on it and camera data in the file. */
async function scan(): Promise<Uint8Array> {
  const lines = [{ text: LINES[0]!, at: [100, 200] as const, size: 30 }];
  const { data, width, height } = await drawPage({ width: 1190, height: 1684, lines });
  return sharp(data, { raw: { width, height, channels: 3 } })
    .withExif({ IFD0: { Artist: "camera", ImageDescription: PHONE } })
    .jpeg({ quality: 90 })
    .toBuffer();
}
