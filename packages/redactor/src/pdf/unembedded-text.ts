import { GENERATED, INVISIBLE, type PdfPage, pageChars, SECOND_HALF } from "@tuhei/core/pdf";

/** Characters that may be without ink by design; more of them are text. */
const MAX_WITHOUT_INK = 3;
/** Characters that a font may draw nothing for: spaces, controls, formatting, combining fillers. */
const BLANK = /^[\s\p{C}\p{M}\p{Z}\u2800\u3164\uffa0]$/u;

/**
 * Whether a page has text that pdfium cannot draw, because the file names a font without holding it and there is no
 * substitute: a picture of the page would lack it, while other readers show it.
 */
export function hasUndrawnText(page: PdfPage): boolean {
  const { engine, handle } = page;
  const { raw } = engine;
  const { count, codes, flags } = pageChars(page);
  return engine.borrow(32, (scratch) => {
    const textPage = raw.FPDFText_LoadPage!(handle);
    if (textPage === 0) return false;
    try {
      let without = 0;
      for (let at = 0; at < count; at++) {
        if (flags[at]! & (GENERATED | INVISIBLE | SECOND_HALF) || BLANK.test(String.fromCodePoint(codes[at]!)))
          continue;
        raw.FPDFText_GetCharBox!(textPage, at, scratch, scratch + 8, scratch + 16, scratch + 24);
        const [left = 0, right = 0, bottom = 0, top = 0] = engine.doubles().subarray(scratch / 8, scratch / 8 + 4);
        if (right === left || top === bottom) without++;
      }
      return without > MAX_WITHOUT_INK;
    } finally {
      if (!engine.isLost()) raw.FPDFText_ClosePage!(textPage);
    }
  });
}
