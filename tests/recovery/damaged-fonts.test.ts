import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { bytesSource, createServices, createValueIndex, open as openDocument } from "@tuhei/core";
import { redact, verify } from "@tuhei/redactor";
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

/** What no composite font does without. */
const DAMAGES: readonly [string, (font: PDFDict) => unknown][] = [
  ["without a descendant", (font) => font.set(PDFName.of("DescendantFonts"), font.context.obj([null]))],
  ["without an encoding", (font) => font.delete(PDFName.of("Encoding"))],
];

async function withBrokenFonts(
  damage: (font: PDFDict) => unknown,
  options: { readonly isPacked?: boolean; readonly password?: string } = {},
): Promise<Uint8Array> {
  const { isPacked = false, password } = options;
  const document = await PDFDocument.load(await textPdf(LINES), { updateMetadata: false });
  for (const [, object] of document.context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.get(PDFName.of("Subtype")) === PDFName.of("Type0")) damage(object);
  if (password !== undefined) document.encrypt({ userPassword: password, ownerPassword: password });
  return document.save({ useObjectStreams: isPacked, updateFieldAppearances: false });
}

test.each(DAMAGES)("text in a composite font %s, which only some readers read, is refused", async (_, damage) => {
  const bytes = await withBrokenFonts(damage);
  await expect(redact(bytesSource(bytes, "broken.pdf"), { open: { services } })).rejects.toMatchObject({
    code: "damaged",
    message: "broken.pdf: page 1 has text in a broken font; re-export the file",
  });
});

test.each(
  DAMAGES.flatMap(([name, damage]) => [
    { title: name, damage, options: {} },
    { title: `${name}, packed`, damage, options: { isPacked: true } },
    { title: `${name}, encrypted`, damage, options: { password: "一二三" } },
  ]),
)("text in a composite font $title, is told", async ({ damage, options }) => {
  const bytes = await withBrokenFonts(damage, options);
  const document = await openDocument(bytesSource(bytes, "broken.pdf"), { services, ...options });
  expect(document.gaps).toEqual([{ code: "broken-font" }]);
  document.close();
});

test.each(DAMAGES)("a file with text in a composite font %s fails the proof", async (_, damage) => {
  const source = bytesSource(await withBrokenFonts(damage), "broken.pdf");
  const rest = { values: createValueIndex(), redactions: [], gaps: [] };
  expect(await verify(source, { open: { services }, scan: {}, ...rest })).toMatchObject({
    leaks: expect.arrayContaining([{ check: "output-readable", detail: "broken-font" }]),
  });
});

test("a font that was broken before a later revision mended it is told by nobody", async () => {
  const bytes = await textPdf(LINES);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const fonts = document.context
    .enumerateIndirectObjects()
    .filter(([, object]) => object instanceof PDFDict && object.get(PDFName.of("Subtype")) === PDFName.of("Type0"));
  expect(fonts).not.toEqual([]);
  const broken = fonts
    .map(([ref]) => `${ref.objectNumber} 0 obj\n<< /Type /Font /Subtype /Type0 >>\nendobj\n`)
    .join("");
  // In front of the objects that the cross-reference table names, behind the header.
  const header = Buffer.from(bytes).indexOf("\n") + 1;
  const unused = Buffer.concat([Buffer.from(bytes.subarray(0, header)), Buffer.from(broken), bytes.subarray(header)]);
  const opened = await openDocument(bytesSource(unused, "mended.pdf"), { services });
  expect(opened.gaps).toEqual([]);
  opened.close();
});
