import { PDFArray, type PDFDict, PDFName, PDFNumber } from "../pdf-lib.js";
import { dictIn } from "../sanitize/lookup.js";

/** Glyph names that a simple font gives to codes (ISO 32000-2, 9.6.5.1). */
export function differencesOf(font: PDFDict): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const list = dictIn(font, "Encoding")?.lookup(PDFName.of("Differences"));
  if (!(list instanceof PDFArray)) return names;
  let code = 0;
  for (let index = 0; index < list.size(); index++) {
    const item = list.lookup(index);
    if (item instanceof PDFNumber) code = item.asNumber();
    else if (item instanceof PDFName) names.set(code++, item.decodeText());
  }
  return names;
}

/** Leaves only the names of used codes. The encoding becomes the font's own: it may be shared with others. */
export function keepDifferences(font: PDFDict, used: ReadonlySet<number>): void {
  const encoding = dictIn(font, "Encoding");
  if (!encoding) return;
  const names = [...differencesOf(font)].filter(([code]) => used.has(code)).sort(([a], [b]) => a - b);
  const list = PDFArray.withContext(font.context);
  for (const [index, [code, name]] of names.entries()) {
    if (index === 0 || names[index - 1]![0] !== code - 1) list.push(PDFNumber.of(code));
    list.push(PDFName.of(name));
  }
  const own = encoding.clone(font.context);
  own.set(PDFName.of("Differences"), list);
  font.set(PDFName.of("Encoding"), own);
}
