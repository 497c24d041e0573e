import type { PdfPage } from "./pdf-file.js";

/**
 * The characters of a page as pdfium orders them, one index each, as parallel arrays. Coordinates are user space; flags
 * are those below.
 */
export interface PageChars {
  readonly count: number;
  /** Unicode code points; 0 where there is none. */
  readonly codes: Uint32Array;
  /** Loose (em-high) boxes, four numbers each: left, bottom, right, top. */
  readonly boxes: Float32Array;
  /** Where the character is drawn, two numbers each. */
  readonly origins: Float32Array;
  /** Clockwise angle of the writing direction in radians, 0 to 2π. */
  readonly angles: Float32Array;
  readonly flags: Uint8Array;
  /** FPDF_PAGEOBJECT of the text object each character belongs to; 0 for generated ones. */
  readonly objects: Int32Array;
}

/** The glyph has no Unicode, so what it shows is not known. */
export const UNMAPPED = 1;
/** A space or line break that pdfium put between words; it is not in the file. */
export const GENERATED = 2;

/** Highest code point. pdfium has returned values far beyond on damaged fonts. */
const MAX_CODE_POINT = 0x10ffff;

/** Reads the characters of a page. @throws {TuheiError} "engine" */
export function pageChars({ engine, handle }: PdfPage): PageChars {
  const { raw } = engine;
  return engine.borrow(48, (scratch) => {
    const textPage = raw.FPDFText_LoadPage!(handle);
    if (textPage === 0) return emptyChars(0);
    try {
      const chars = emptyChars(Math.max(0, raw.FPDFText_CountChars!(textPage)));
      for (let index = 0; index < chars.count; index++) readChar(engine, textPage, index, chars, scratch);
      return chars;
    } finally {
      if (!engine.isLost()) raw.FPDFText_ClosePage!(textPage);
    }
  });
}

function readChar({ raw, floats, doubles }: PdfPage["engine"], textPage: number, index: number, chars: PageChars, scratch: number) {
  const code = raw.FPDFText_GetUnicode!(textPage, index) >>> 0;
  const isGenerated = raw.FPDFText_IsGenerated!(textPage, index) === 1;
  const isUnmapped = raw.FPDFText_HasUnicodeMapError!(textPage, index) === 1 || !isScalar(code);
  chars.codes[index] = isScalar(code) ? code : 0;
  chars.flags[index] = (isGenerated ? GENERATED : 0) | (isUnmapped && !isGenerated ? UNMAPPED : 0);
  chars.objects[index] = raw.FPDFText_GetTextObject!(textPage, index);
  if (raw.FPDFText_GetLooseCharBox!(textPage, index, scratch) !== 0) {
    const [left = 0, top = 0, right = 0, bottom = 0] = floats().subarray(scratch / 4, scratch / 4 + 4);
    chars.boxes.set([Math.min(left, right), Math.min(bottom, top), Math.max(left, right), Math.max(bottom, top)], index * 4);
  }
  if (raw.FPDFText_GetCharOrigin!(textPage, index, scratch, scratch + 8) !== 0) {
    chars.origins.set(doubles().subarray(scratch / 8, scratch / 8 + 2), index * 2);
  }
  chars.angles[index] = raw.FPDFText_GetCharAngle!(textPage, index);
}

function isScalar(code: number): boolean {
  return code > 0 && code <= MAX_CODE_POINT && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffd && code !== 0xfffe;
}

function emptyChars(count: number): PageChars {
  return {
    count,
    codes: new Uint32Array(count),
    boxes: new Float32Array(count * 4),
    origins: new Float32Array(count * 2),
    angles: new Float32Array(count),
    flags: new Uint8Array(count),
    objects: new Int32Array(count),
  };
}
