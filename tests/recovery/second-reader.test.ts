import { bytesSource, createServices, createValueIndex, open, scan, textOf } from "@tuhei/core";
import { redact, verify } from "@tuhei/redactor";
import { afterAll, expect, test } from "vitest";
import { type DisputedKind, disputedPdf } from "../builders/disputed-pdf.ts";
import { testimonyOf } from "./asked-witness.ts";
import { remainsOf } from "./remains.ts";

const services = createServices({ ocr: "none" });
afterAll(() => services.close());

const PHONE = "13900001234";
const PARTS = ["1390000", "1234"];

test.each<[DisputedKind]>([["a vertical number in two parts"], ["a number in glyphs named by codes"]])(
  "%s, which only one of two engines reads, is told by verify and removed by redact",
  async (kind) => {
    const original = await disputedPdf(kind, PARTS);
    expect(String(await testimonyOf("pdf.js", original))).toContain(PHONE);
    expect(await valuesByPdfium(original)).toEqual([]);

    const proof = await verify(bytesSource(original, "a.pdf"), {
      open: { services },
      scan: {},
      values: createValueIndex(),
      redactions: [],
      gaps: [{ code: "unmapped-text" }],
    });
    expect(proof.verified).toBeUndefined();
    if (proof.verified) return;
    expect(proof.leaks).toContainEqual({ check: "fresh-scan", detail: "phone", page: 0 });
    expect(JSON.stringify(proof.leaks)).not.toContain(PHONE);

    const { file, redactions, dispose } = await redact(bytesSource(original, "a.pdf"), { open: { services } });
    expect(redactions).toBe(1);
    const output = await file.source.read(0, file.source.size);
    await dispose();
    for (const reader of ["pdf.js", "pdftotext", "mutool draw", "qpdf --qdf"])
      expect(remainsOf(await testimonyOf(reader, output), [PHONE], 6)).toEqual([]);
  },
);

test("what is written twice is found by its second reading wherever it stands", async () => {
  const original = await disputedPdf("a vertical number in two parts", [...PARTS, " ", ...PARTS]);
  const { file, dispose } = await redact(bytesSource(original, "a.pdf"), { open: { services } });
  const output = await file.source.read(0, file.source.size);
  await dispose();
  expect(remainsOf(await testimonyOf("pdf.js", output), [PHONE], 6)).toEqual([]);
});

async function valuesByPdfium(bytes: Uint8Array): Promise<string[]> {
  const document = await open(bytesSource(bytes, "a.pdf"), { services });
  const values: string[] = [];
  for await (const { page, findings } of scan(document)) values.push(...findings.map((one) => textOf(one, page)));
  document.close();
  return values;
}
