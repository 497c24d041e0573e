import type { Quad } from "@tuhei/core";
import { boxOfChar, type PageChars, type PdfPage } from "@tuhei/core/pdf";
import { coverBy } from "./quad-cover.js";

/** Bytes lent for a font's name; PDF names have at most 127. */
const NAME_BYTES = 256;

/** Stands for a font without a name: it could be any. */
export const ANY_FONT = "";

/** A base name as far as pdfium and the file agree on it: without subset tag, spaces and marks. */
export function plainFontName(name: string): string {
  return name
    .replace(/^[A-Z]{6}\+/, "")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

/** Plain names of the fonts in which characters under the quads are set. */
export function fontsUnder({ engine, space }: PdfPage, chars: PageChars, quads: readonly Quad[]): ReadonlySet<string> {
  const cover = coverBy(quads);
  const objects = new Set<number>();
  for (let at = 0; at < chars.count; at++) {
    if (cover.touches(boxOfChar(space, chars, at))) objects.add(chars.objects[at]!);
  }
  objects.delete(0);
  return engine.borrow(NAME_BYTES, (buffer) => {
    const names = new Set<string>();
    for (const object of objects) {
      const font = engine.raw.FPDFTextObj_GetFont!(object);
      const length = font === 0 ? 0 : engine.raw.FPDFFont_GetBaseFontName!(font, buffer, NAME_BYTES);
      const name = Buffer.from(engine.bytes().subarray(buffer, buffer + Math.max(0, length - 1)));
      names.add(length > 1 && length <= NAME_BYTES ? plainFontName(name.toString("utf8")) : ANY_FONT);
    }
    return names;
  });
}
