import { PDFName, PDFString } from "@cantoo/pdf-lib";
import { pdfOf } from "./pdf.ts";

/** Lines in a Chinese font that the file names and does not embed, in UTF-16: what many invoices are made of. */
export function unembeddedPdf(lines: readonly string[]): Promise<Uint8Array> {
  return pdfOf([{}], {
    finish: (document) => {
      const { context } = document;
      const { node } = document.getPage(0);
      const descriptor = context.register(
        context.obj({
          Type: "FontDescriptor",
          FontName: "STSong-Light",
          Flags: 6,
          FontBBox: [-25, -254, 1000, 880],
          ItalicAngle: 0,
          Ascent: 880,
          Descent: -120,
          CapHeight: 880,
          StemV: 93,
        }),
      );
      const cidFont = context.register(
        context.obj({
          Type: "Font",
          Subtype: "CIDFontType0",
          BaseFont: "STSong-Light",
          CIDSystemInfo: { Registry: PDFString.of("Adobe"), Ordering: PDFString.of("GB1"), Supplement: 4 },
          DW: 1000,
          FontDescriptor: descriptor,
        }),
      );
      const font = context.register(
        context.obj({
          Type: "Font",
          Subtype: "Type0",
          BaseFont: "STSong-Light",
          Encoding: "UniGB-UCS2-H",
          DescendantFonts: [cidFont],
        }),
      );
      const shown = lines.map((line, row) => {
        const codes = Buffer.from(line, "utf16le").swap16().toString("hex");
        return `BT /F1 12 Tf 72 ${742 - row * 24} Td <${codes}> Tj ET`;
      });
      node.set(PDFName.of("Resources"), context.obj({ Font: { F1: font } }));
      node.set(PDFName.of("Contents"), context.register(context.stream(shown.join("\n"))));
    },
  });
}
