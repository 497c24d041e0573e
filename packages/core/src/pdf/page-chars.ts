import type { Box } from "../model/geometry.js";
import { blankBox, type CharBox, type CharSetting, readBox } from "./char-box.js";
import { styleReader, UNKNOWN_STYLE } from "./char-style.js";
import type { PageSpace } from "./page-space.js";
import type { PdfPage } from "./pdf-file.js";
import { objectsInWrongFonts } from "./wrong-fonts.js";

/**
 * The characters of a page as pdfium orders them, one index each, as parallel arrays. Coordinates are user space; flags
 * are those below.
 */
export interface PageChars {
  readonly count: number;
  /** Unicode code points; 0 where there is none. */
  readonly codes: Uint32Array;
  /**
   * Loose (em-high) boxes, taller where the ink is; four numbers each: left, bottom, right, top. Upright even where the
   * text is not.
   */
  readonly boxes: Float32Array;
  /** Upright boxes of what is drawn, four numbers each as in `boxes`; without area where nothing is. */
  readonly inks: Float32Array;
  /** Where the character is drawn, two numbers each. */
  readonly origins: Float32Array;
  /** Clockwise angle of the writing direction in radians, 0 to 2π. */
  readonly angles: Float32Array;
  /** Height of the box across the writing direction. */
  readonly heights: Float32Array;
  /** Size of the type, which spaces are measured by; never more than the height. */
  readonly sizes: Float32Array;
  readonly flags: Uint8Array;
  /** FPDF_PAGEOBJECT of the text object each character belongs to; 0 for generated ones. */
  readonly objects: Int32Array;
}

/** A page that is loaded, with its characters. Valid only while it is. */
export interface LoadedPage extends PdfPage {
  readonly chars: PageChars;
}

/** The glyph has no Unicode, or its font says others than it shows, so what it shows is not known, and it is larger than a dot. */
export const UNMAPPED = 1;
/** A space or line break that pdfium put between words; it is not in the file. */
export const GENERATED = 2;
/** Drawn with text rendering mode 3 or 7 (ISO 32000-2, 9.3.6): a reader does not show it. */
export const INVISIBLE = 4;
/** The second half of a surrogate pair: the whole code point stands at the index before. Its own code is 0. */
export const SECOND_HALF = 8;

/** Highest code point. pdfium has returned values far beyond on damaged fonts. */
const MAX_CODE_POINT = 0x10ffff;
/** pdfium adds spaces and ends of lines, no other characters (cpdf_textpage.cpp); calls for every character cost. */
const LAST_GENERATED = 0x20;
/** What pdfium gives for a hyphen at the end of a line, which it takes for hyphenation. */
const LINE_END_HYPHENS: ReadonlySet<number> = new Set([0x02, 0xfffe]);
const HYPHEN = 0x2d;
/** FPDF_TEXTRENDERMODE_INVISIBLE and _CLIP. */
const UNSEEN_MODES: ReadonlySet<number> = new Set([3, 7]);
/** Part of the type size up to which ink is a bullet or a full stop. */
const MAX_DOT = 0.35;
/** Two rectangles of four 64-bit numbers. */
const SCRATCH_BYTES = 64;

/** The box of one character, in page units. */
export function boxOfChar(space: PageSpace, { boxes }: PageChars, at: number): Box {
  const first = at * 4;
  return space.boxOf({
    left: boxes[first]!,
    bottom: boxes[first + 1]!,
    right: boxes[first + 2]!,
    top: boxes[first + 3]!,
  });
}

/** Whether nothing is drawn there: a space of any kind or width, or an index that stands for no character of the file. */
export function isBlank(chars: PageChars, at: number): boolean {
  const { codes, flags } = chars;
  return (flags[at]! & (GENERATED | SECOND_HALF)) !== 0 || isSpace(codes[at]!) || isZeroWidth(chars, at);
}

/** Whether it is a mark without width, such as a place where a line may break: some producers draw one at every word's end. */
export function isZeroWidth({ codes, boxes }: PageChars, at: number): boolean {
  if (!isInvisible(codes[at]!)) return false;
  const [left, bottom, right, top] = boxes.subarray(at * 4, at * 4 + 4);
  return left === right || bottom === top;
}

/** Zero-width and direction marks, the byte order mark (Unicode 16.0, 23.2 and 23.8). */
function isInvisible(code: number): boolean {
  return (code >= 0x200b && code <= 0x200f) || (code >= 0x2060 && code <= 0x2064) || code === 0xfeff;
}

/** What `\s` matches (ECMA-262, 12.2 and 12.3), without the cost of a string for every character of every page. */
export function isSpace(code: number): boolean {
  if (code < 0xa0) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return SPACES.has(code);
}

const SPACES: ReadonlySet<number> = new Set([
  ...[0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff],
  ...Array.from({ length: 11 }, (_, at) => 0x2000 + at),
]);

/** Reads the characters of a page. @throws {TuheiError} "engine" */
export function pageChars({ engine, handle }: PdfPage): PageChars {
  const { raw } = engine;
  return engine.borrow(SCRATCH_BYTES, (scratch) => {
    const textPage = raw.FPDFText_LoadPage!(handle);
    if (textPage === 0) return emptyChars(0);
    try {
      const chars = emptyChars(Math.max(0, raw.FPDFText_CountChars!(textPage)));
      const styleOf = styleReader(engine, textPage, scratch);
      const isUnseen = unseenReader(raw);
      const box = blankBox();
      const setting: CharSetting = { x: 0, y: 0, style: UNKNOWN_STYLE };
      for (let index = 0; index < chars.count; index++) {
        const object = raw.FPDFText_GetTextObject!(textPage, index);
        chars.objects[index] = object;
        readOrigin(engine, textPage, index, chars, scratch);
        const style = styleOf(index, object);
        chars.angles[index] = style.angle;
        setting.x = chars.origins[index * 2]!;
        setting.y = chars.origins[index * 2 + 1]!;
        setting.style = style;
        readBox(engine, textPage, index, setting, scratch, box);
        for (let side = 0; side < 4; side++) {
          chars.boxes[index * 4 + side] = box.rect[side]!;
          chars.inks[index * 4 + side] = box.tight[side]!;
        }
        chars.heights[index] = box.height;
        chars.sizes[index] = style.type > 0 ? Math.min(box.height, style.type) : box.height;
        readCode(engine, textPage, index, chars, box, isUnseen);
      }
      dropLoneSurrogates(chars);
      markInkless(chars);
      markWrong(chars, objectsInWrongFonts(engine, chars, scratch));
      return chars;
    } finally {
      if (!engine.isLost()) raw.FPDFText_ClosePage!(textPage);
    }
  });
}

function readOrigin(
  { raw, doubles }: PdfPage["engine"],
  textPage: number,
  index: number,
  chars: PageChars,
  scratch: number,
) {
  if (raw.FPDFText_GetCharOrigin!(textPage, index, scratch, scratch + 8) === 0) return;
  const memory = doubles();
  chars.origins[index * 2] = memory[scratch / 8]!;
  chars.origins[index * 2 + 1] = memory[scratch / 8 + 1]!;
}

function readCode(
  { raw }: PdfPage["engine"],
  textPage: number,
  index: number,
  chars: PageChars,
  { ink }: CharBox,
  isUnseen: (object: number) => boolean,
): void {
  const unit = raw.FPDFText_GetUnicode!(textPage, index) >>> 0;
  if (unit <= LAST_GENERATED && raw.FPDFText_IsGenerated!(textPage, index) === 1) {
    chars.codes[index] = unit;
    chars.flags[index] = GENERATED;
    return;
  }
  const before = chars.codes[index - 1] ?? 0;
  if (isHighSurrogate(before) && unit >= 0xdc00 && unit <= 0xdfff) {
    chars.codes[index - 1] = 0x10000 + ((before - 0xd800) << 10) + (unit - 0xdc00);
    chars.flags[index - 1]! &= ~UNMAPPED;
    chars.flags[index] = SECOND_HALF;
    return;
  }
  // Alone, it is no character; it becomes one with the next index.
  const code = isHighSurrogate(unit) ? unit : codeOf(raw, textPage, index, unit);
  const isUnknown = code === 0 || isHighSurrogate(unit);
  const isUnmapped = isUnknown && ink > MAX_DOT * chars.sizes[index]!;
  chars.codes[index] = code;
  chars.flags[index] = (isUnmapped ? UNMAPPED : 0) | (isUnseen(chars.objects[index]!) ? INVISIBLE : 0);
}

/** Whether a text object is drawn in a mode that shows nothing; characters of one object follow one another. */
function unseenReader(raw: PdfPage["engine"]["raw"]): (object: number) => boolean {
  let [known, isUnseen] = [0, false];
  return (object) => {
    if (object !== known)
      [known, isUnseen] = [object, object !== 0 && UNSEEN_MODES.has(raw.FPDFTextObj_GetTextRenderMode!(object))];
    return isUnseen;
  };
}

/** So many glyphs in a row without Unicode and without ink are not spaces: pdfium cannot load the font's outlines. */
const MIN_INKLESS = 4;

/** Other readers may show what pdfium cannot draw: such glyphs count as unmapped. */
function markInkless({ count, codes, flags }: PageChars): void {
  let start = 0;
  for (let index = 0; index <= count; index++) {
    if (index < count && codes[index] === 0 && (flags[index]! & (GENERATED | SECOND_HALF | UNMAPPED)) === 0) continue;
    if (index - start >= MIN_INKLESS) for (let at = start; at < index; at++) flags[at]! |= UNMAPPED;
    start = index + 1;
  }
}

/** What is shown must be looked at; what the font says is searched as well, for programs read it. */
function markWrong({ count, flags, objects, inks, sizes }: PageChars, wrong: ReadonlySet<number>): void {
  if (wrong.size === 0) return;
  for (let index = 0; index < count; index++) {
    const [left, bottom, right, top] = inks.subarray(index * 4, index * 4 + 4);
    const isDot = Math.max(right! - left!, top! - bottom!) <= MAX_DOT * sizes[index]!;
    if (wrong.has(objects[index]!) && !isDot) flags[index]! |= UNMAPPED;
  }
}

function dropLoneSurrogates({ codes }: PageChars): void {
  for (let index = 0; index < codes.length; index++) if (isHighSurrogate(codes[index]!)) codes[index] = 0;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

/** The code point, or 0 where the font gives none, a control code, or a private one that is not a symbol font's. */
function codeOf(raw: PdfPage["engine"]["raw"], textPage: number, index: number, unit: number): number {
  if (raw.FPDFText_HasUnicodeMapError!(textPage, index) === 1) return 0;
  if (LINE_END_HYPHENS.has(unit)) return HYPHEN;
  return isReadable(unit) ? unit : 0;
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

function emptyChars(count: number): PageChars {
  return {
    count,
    codes: new Uint32Array(count),
    boxes: new Float32Array(count * 4),
    inks: new Float32Array(count * 4),
    origins: new Float32Array(count * 2),
    angles: new Float32Array(count),
    heights: new Float32Array(count),
    sizes: new Float32Array(count),
    flags: new Uint8Array(count),
    objects: new Int32Array(count),
  };
}
