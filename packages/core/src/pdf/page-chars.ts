import type { PdfPage } from "./pdf-file.js";

/**
 * The characters of a page as pdfium orders them, one index each, as parallel arrays. Coordinates are user space; flags
 * are those below.
 */
export interface PageChars {
  readonly count: number;
  /** Unicode code points; 0 where there is none. */
  readonly codes: Uint32Array;
  /** Loose (em-high) boxes, taller where the ink is; four numbers each: left, bottom, right, top. Upright even where the text is not. */
  readonly boxes: Float32Array;
  /** Where the character is drawn, two numbers each. */
  readonly origins: Float32Array;
  /** Clockwise angle of the writing direction in radians, 0 to 2π. */
  readonly angles: Float32Array;
  /** Height of the loose box across the writing direction. */
  readonly heights: Float32Array;
  readonly flags: Uint8Array;
  /** FPDF_PAGEOBJECT of the text object each character belongs to; 0 for generated ones. */
  readonly objects: Int32Array;
}

/** The glyph has no Unicode, so what it shows is not known, and it is larger than a dot. */
export const UNMAPPED = 1;
/** A space or line break that pdfium put between words; it is not in the file. */
export const GENERATED = 2;
/** Drawn with text rendering mode 3 or 7 (ISO 32000-2, 9.3.6): a reader does not show it. */
export const INVISIBLE = 4;

/** Highest code point. pdfium has returned values far beyond on damaged fonts. */
const MAX_CODE_POINT = 0x10ffff;
/** What pdfium gives for a hyphen at the end of a line, which it takes for hyphenation. */
const LINE_END_HYPHENS: ReadonlySet<number> = new Set([0x02, 0xfffe]);
const HYPHEN = 0x2d;
/** Sine or cosine below which text counts as upright: a quarter of a degree. */
const UPRIGHT = 0.0044;
/** FPDF_TEXTRENDERMODE_INVISIBLE and _CLIP. */
const UNSEEN_MODES: ReadonlySet<number> = new Set([3, 7]);
/** Part of its height up to which a glyph is a bullet or a full stop. */
const MAX_DOT = 0.35;
/** Two rectangles of four 64-bit numbers. */
const SCRATCH_BYTES = 64;

/** Reads the characters of a page. @throws {TuheiError} "engine" */
export function pageChars({ engine, handle }: PdfPage): PageChars {
  const { raw } = engine;
  return engine.borrow(SCRATCH_BYTES, (scratch) => {
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

function readChar(engine: PdfPage["engine"], textPage: number, index: number, chars: PageChars, scratch: number): void {
  const { raw, doubles } = engine;
  const isGenerated = raw.FPDFText_IsGenerated!(textPage, index) === 1;
  const object = raw.FPDFText_GetTextObject!(textPage, index);
  const hasMapError = raw.FPDFText_HasUnicodeMapError!(textPage, index) === 1;
  const code = hasMapError ? 0 : codeOf(engine, textPage, index);
  chars.codes[index] = code;
  chars.objects[index] = object;
  if (raw.FPDFText_GetCharOrigin!(textPage, index, scratch, scratch + 8) !== 0) {
    chars.origins.set(doubles().subarray(scratch / 8, scratch / 8 + 2), index * 2);
  }
  chars.angles[index] = raw.FPDFText_GetCharAngle!(textPage, index);
  const ink = readBox(engine, textPage, index, chars, scratch);
  const box = chars.boxes.subarray(index * 4, index * 4 + 4) as unknown as Rect;
  chars.heights[index] =
    heightAcross(box, chars.angles[index]!) ?? slantedHeight(engine, textPage, index, object, scratch);
  const isUnseen = object !== 0 && UNSEEN_MODES.has(raw.FPDFTextObj_GetTextRenderMode!(object));
  const isLarge = ink > MAX_DOT * chars.heights[index]!;
  chars.flags[index] = isGenerated ? GENERATED : (code === 0 && isLarge ? UNMAPPED : 0) | (isUnseen ? INVISIBLE : 0);
}

/** The code point, or 0 where the font gives none, a control code, or a private one that is not a symbol font's. */
function codeOf({ raw }: PdfPage["engine"], textPage: number, index: number): number {
  const code = raw.FPDFText_GetUnicode!(textPage, index) >>> 0;
  if (raw.FPDFText_IsHyphen!(textPage, index) === 1 || LINE_END_HYPHENS.has(code)) return HYPHEN;
  return isReadable(code) ? code : 0;
}

function isReadable(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  if (code >= 0x7f && code < 0xa0) return false;
  if (code >= 0xd800 && code <= 0xdfff) return false;
  return code <= MAX_CODE_POINT && code !== 0xfffd && code !== 0xffff && !isPrivate(code);
}

/** U+F000 to U+F0FF is where symbol fonts keep bullets and ticks (OpenType 1.9, "cmap", symbol encoding). */
function isPrivate(code: number): boolean {
  if (code >= 0xf000 && code <= 0xf0ff) return false;
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
}

/** Stores the box. Returns the longer side of the ink, 0 where there is none. */
function readBox(
  { raw, floats, doubles }: PdfPage["engine"],
  textPage: number,
  index: number,
  chars: PageChars,
  scratch: number,
): number {
  const hasLoose = raw.FPDFText_GetLooseCharBox!(textPage, index, scratch) !== 0;
  const [a = 0, b = 0, c = 0, d = 0] = hasLoose ? floats().subarray(scratch / 4, scratch / 4 + 4) : [];
  const loose = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] as const;
  const hasTight = raw.FPDFText_GetCharBox!(textPage, index, scratch, scratch + 8, scratch + 16, scratch + 24) !== 0;
  // Left, right, bottom, top.
  const [e = 0, f = 0, g = 0, h = 0] = hasTight ? doubles().subarray(scratch / 8, scratch / 8 + 4) : [];
  const tight = [Math.min(e, f), Math.min(g, h), Math.max(e, f), Math.max(g, h)] as const;
  const hasInk = tight[2] > tight[0] && tight[3] > tight[1];
  const box = hasInk ? aroundInk(loose, tight, chars.angles[index]!) : loose;
  chars.boxes.set(box, index * 4);
  return hasInk ? Math.max(tight[2] - tight[0], tight[3] - tight[1]) : 0;
}

type Rect = readonly [left: number, bottom: number, right: number, top: number];

/** Fonts may claim less height than they draw, or no width. Along the line, ink may overhang: there neighbours stand. */
function aroundInk(loose: Rect, tight: Rect, angle: number): Rect {
  const union = (from: 0 | 1): [number, number] => [
    Math.min(loose[from], tight[from]),
    Math.max(loose[from + 2]!, tight[from + 2]!),
  ];
  const isFlat = Math.abs(Math.sin(angle)) < UPRIGHT;
  const isSteep = Math.abs(Math.cos(angle)) < UPRIGHT;
  const [left, right] = isSteep || loose[0] === loose[2] ? union(0) : [loose[0], loose[2]];
  const [bottom, top] = isFlat || loose[1] === loose[3] ? union(1) : [loose[1], loose[3]];
  return [left, bottom, right, top];
}

/** The height of an upright rectangle across a line that runs at a right angle or not at all; undefined for slanted ones. */
function heightAcross([left, bottom, right, top]: Rect, angle: number): number | undefined {
  if (Math.abs(Math.sin(angle)) < UPRIGHT) return top - bottom;
  return Math.abs(Math.cos(angle)) < UPRIGHT ? right - left : undefined;
}

/** Upright bounds do not tell a slanted character's height; its font and matrix do. */
function slantedHeight(
  engine: PdfPage["engine"],
  textPage: number,
  index: number,
  object: number,
  scratch: number,
): number {
  const { raw, floats } = engine;
  const size = raw.FPDFText_GetFontSize!(textPage, index);
  const font = object === 0 ? 0 : raw.FPDFTextObj_GetFont!(object);
  const hasMetrics =
    font !== 0 &&
    raw.FPDFFont_GetAscent!(font, size, scratch) !== 0 &&
    raw.FPDFFont_GetDescent!(font, size, scratch + 4) !== 0;
  const [ascent = 0, descent = 0] = hasMetrics ? floats().subarray(scratch / 4, scratch / 4 + 2) : [];
  const hasMatrix = raw.FPDFText_GetMatrix!(textPage, index, scratch) !== 0;
  const [, , c = 0, d = 1] = hasMatrix ? floats().subarray(scratch / 4, scratch / 4 + 4) : [];
  return Math.max(Math.abs(size), ascent - descent) * Math.hypot(c, d);
}

function emptyChars(count: number): PageChars {
  return {
    count,
    codes: new Uint32Array(count),
    boxes: new Float32Array(count * 4),
    origins: new Float32Array(count * 2),
    angles: new Float32Array(count),
    heights: new Float32Array(count),
    flags: new Uint8Array(count),
    objects: new Int32Array(count),
  };
}
