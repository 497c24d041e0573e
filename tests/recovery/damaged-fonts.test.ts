import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { bytesSource, createServices } from "@tuhei/core";
import { redact } from "@tuhei/redactor";
import { afterAll, expect, test } from "vitest";
import { textPdf } from "../builders/pdf.ts";
import { KEPT, LINES, VALUES } from "../builders/pdf-corpus/content.ts";
import { testimonyOf } from "./asked-witness.ts";

const services = createServices({ ocr: "none", faces: "keep" });
afterAll(() => services.close());

/** The file with something done to its TrueType programs. */
async function withPrograms(bytes: Uint8Array, change: (program: Buffer) => void): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const file = object instanceof PDFDict ? object.lookup(PDFName.of("FontFile2")) : undefined;
    if (!(file instanceof PDFRawStream)) continue;
    const program = Buffer.from(decodePDFRawStream(file).decode());
    change(program);
    file.dict.delete(PDFName.of("Filter"));
    file.updateContents(program);
  }
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}

/** Where a table of the program begins. */
function placeOf(program: Buffer, tag: string): number {
  for (let record = 12; record < 12 + program.readUInt16BE(4) * 16; record += 16)
    if (program.toString("latin1", record, record + 4) === tag) return program.readUInt32BE(record + 8);
  throw new Error(`Expected a table ${tag}`);
}

test("a font whose header promises more advances than it has is cleaned in place", async () => {
  const damaged = await withPrograms(await textPdf(LINES), (program) =>
    program.writeUInt16BE(0xffff, placeOf(program, "hhea") + 34),
  );
  const { file, rasterized, dispose } = await redact(bytesSource(damaged, "damaged.pdf"), { open: { services } });
  const output = await file.source.read(0, file.source.size);
  await dispose();
  expect(rasterized).toEqual([]);
  const said = String(await testimonyOf("pdftotext", output));
  expect(said).toContain(KEPT);
  for (const value of VALUES) expect(said).not.toContain(value);
});

test.each([
  ["without a descendant", (font: PDFDict) => font.set(PDFName.of("DescendantFonts"), font.context.obj([null]))],
  ["without an encoding", (font: PDFDict) => font.delete(PDFName.of("Encoding"))],
])("text in a composite font %s, which only some readers read, is refused", async (_, damage) => {
  const document = await PDFDocument.load(await textPdf(LINES), { updateMetadata: false });
  for (const [, object] of document.context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.get(PDFName.of("Subtype")) === PDFName.of("Type0")) damage(object);
  const bytes = await document.save({ useObjectStreams: false, updateFieldAppearances: false });
  await expect(redact(bytesSource(bytes, "broken.pdf"), { open: { services } })).rejects.toMatchObject({
    code: "damaged",
    message: "broken.pdf: page 1 has text in a broken font; re-export the file",
  });
});
