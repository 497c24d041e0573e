import { PDFDict, PDFName, PDFStream } from "../pdf-lib.js";
import { itemsIn, nameIn } from "../sanitize/lookup.js";

/**
 * Whether pdfium takes nothing that is shown in a font for text, nor draws it, while readers that go by its ToUnicode map do: a
 * composite font that lacks its one descendant or its encoding (CPDF_CIDFont::Load; ISO 32000-2, table 119).
 */
export function isUnreadableFont(font: PDFDict): boolean {
  if (nameIn(font, "Subtype") !== "Type0") return false;
  const encoding = font.lookup(PDFName.of("Encoding"));
  const [descendant, ...others] = itemsIn(font, "DescendantFonts");
  const isEncoded = encoding instanceof PDFName || encoding instanceof PDFStream;
  return !isEncoded || others.length > 0 || !(descendant instanceof PDFDict);
}
