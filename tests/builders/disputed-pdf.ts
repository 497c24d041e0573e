import { PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";

/** Text that pdfium and pdf.js read differently, in fonts that the file only names. */
const KINDS = {
  /** Digits set downward by two operators: pdfium takes what the second shows for another line. */
  "a vertical number in two parts": ({ context }: PDFDocument) =>
    context.obj({
      Type: "Font",
      Subtype: "Type0",
      BaseFont: "STSong-Light",
      Encoding: "GBK-EUC-V",
      DescendantFonts: [
        context.register(
          context.obj({
            Type: "Font",
            Subtype: "CIDFontType0",
            BaseFont: "STSong-Light",
            CIDSystemInfo: { Registry: PDFString.of("Adobe"), Ordering: PDFString.of("GB1"), Supplement: 2 },
            FontDescriptor: context.register(
              context.obj({
                Type: "FontDescriptor",
                FontName: "STSong-Light",
                Flags: 4,
                FontBBox: [-25, -254, 1000, 880],
                ItalicAngle: 0,
                Ascent: 880,
                Descent: -120,
                CapHeight: 880,
                StemV: 93,
              }),
            ),
          }),
        ),
      ],
    }),
  /** Digits under names that say their codes: of "G31" only pdf.js knows what it means. */
  "a number in glyphs named by codes": ({ context }: PDFDocument) =>
    context.obj({
      Type: "Font",
      Subtype: "Type1",
      BaseFont: "Courier",
      Encoding: {
        Type: "Encoding",
        Differences: [0x30, ...Array.from({ length: 10 }, (_, digit) => `G3${digit}`)],
      },
    }),
} as const;

export type DisputedKind = keyof typeof KINDS;

/** One page on which each part is shown by an operator of its own, after the other. */
export async function disputedPdf(kind: DisputedKind, parts: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const { node } = document.addPage([595, 842]);
  const shown = parts.map((part) => `(${part}) Tj`).join(" ");
  node.set(PDFName.of("Resources"), context.obj({ Font: { F: context.register(KINDS[kind](document)) } }));
  node.set(PDFName.of("Contents"), context.register(context.stream(`BT /F 16 Tf 100 760 Td ${shown} ET`)));
  return document.save({ useObjectStreams: false });
}
