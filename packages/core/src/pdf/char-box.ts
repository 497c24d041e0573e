import type { CharStyle } from "./char-style.js";
import type { Pdfium } from "./engine.js";

/** Where a character stands. User space. Written anew for every character: there are millions, and objects cost. */
export interface CharBox {
  /** Upright box around it. */
  readonly rect: Rect;
  /** Upright box of what is drawn; without area where nothing is. */
  readonly tight: Rect;
  /** Across the writing direction. */
  height: number;
  /** The longer side of what is drawn; 0 where nothing is. */
  ink: number;
}

/** How a character is set. */
export interface CharSetting {
  /** Its origin. */
  x: number;
  y: number;
  style: CharStyle;
}

/** Left, bottom, right, top. */
type Rect = Float64Array;

/** A box to read into. */
export function blankBox(): CharBox {
  return { rect: new Float64Array(4), tight: new Float64Array(4), height: 0, ink: 0 };
}

/** Sine or cosine below which text counts as upright: a quarter of a degree. */
const UPRIGHT = 0.0044;
/** Fonts that claim more, in type sizes, are made for stacked formulas or scripts: their boxes reach into other lines. */
const MAX_HEIGHT = 1.7;
/** What Chinese and Latin type needs above and below the baseline, in type sizes. */
const ASCENT = 1.05;
const DESCENT = 0.35;

/** pdfium's loose box, of the type size where a font claims too much or pdfium rounds it to nothing, then grown to the ink. */
export function readBox(
  engine: Pdfium,
  textPage: number,
  index: number,
  setting: CharSetting,
  scratch: number,
  box: CharBox,
): void {
  const { rect, tight } = box;
  readLoose(engine, textPage, index, scratch, rect);
  readTight(engine, textPage, index, scratch, tight);
  const hasInk = tight[2]! > tight[0]! && tight[3]! > tight[1]!;
  cutToType(rect, hasInk ? (heightAcross(tight, setting.style.angle) ?? 0) : 0, setting);
  if (hasInk) growToInk(rect, tight, setting.style.angle);
  box.height = heightAcross(rect, setting.style.angle) ?? setting.style.font;
  box.ink = hasInk ? Math.max(tight[2]! - tight[0]!, tight[3]! - tight[1]!) : 0;
}

function readLoose({ raw, floats }: Pdfium, textPage: number, index: number, scratch: number, rect: Rect): void {
  if (raw.FPDFText_GetLooseCharBox!(textPage, index, scratch) === 0) {
    rect.fill(0);
    return;
  }
  const [memory, at] = [floats(), scratch / 4];
  setRect(rect, memory[at]!, memory[at + 1]!, memory[at + 2]!, memory[at + 3]!);
}

function readTight({ raw, doubles }: Pdfium, textPage: number, index: number, scratch: number, rect: Rect): void {
  if (raw.FPDFText_GetCharBox!(textPage, index, scratch, scratch + 8, scratch + 16, scratch + 24) === 0) {
    rect.fill(0);
    return;
  }
  const [memory, at] = [doubles(), scratch / 8];
  setRect(rect, memory[at]!, memory[at + 2]!, memory[at + 1]!, memory[at + 3]!);
}

/** Of two opposite corners. */
function setRect(rect: Rect, a: number, b: number, c: number, d: number): void {
  rect[0] = Math.min(a, c);
  rect[1] = Math.min(b, d);
  rect[2] = Math.max(a, c);
  rect[3] = Math.max(b, d);
}

/** Ink higher than that says that the size is not what the glyphs are drawn in, as in Type3 fonts. */
function cutToType(rect: Rect, inkHeight: number, { x, y, style }: CharSetting): void {
  const height = heightAcross(rect, style.angle);
  const limit = MAX_HEIGHT * style.type;
  if (height === undefined || limit === 0 || (height > 0 && height <= limit) || inkHeight > limit) return;
  const [sin, cos] = [Math.round(Math.sin(style.angle)), Math.round(Math.cos(style.angle))];
  const [up, down] = [ASCENT * style.type, DESCENT * style.type];
  if (cos !== 0) {
    rect[1] = cos > 0 ? y - down : y - up;
    rect[3] = cos > 0 ? y + up : y + down;
  } else {
    rect[0] = sin > 0 ? x - down : x - up;
    rect[2] = sin > 0 ? x + up : x + down;
  }
}

/** Fonts may claim less height than they draw, or no width. Along the line, ink may overhang: there neighbours stand. */
function growToInk(rect: Rect, tight: Rect, angle: number): void {
  const growsAcross = Math.abs(Math.cos(angle)) < UPRIGHT || rect[0] === rect[2];
  const growsUp = Math.abs(Math.sin(angle)) < UPRIGHT || rect[1] === rect[3];
  if (growsAcross) {
    rect[0] = Math.min(rect[0]!, tight[0]!);
    rect[2] = Math.max(rect[2]!, tight[2]!);
  }
  if (growsUp) {
    rect[1] = Math.min(rect[1]!, tight[1]!);
    rect[3] = Math.max(rect[3]!, tight[3]!);
  }
}

/** The height of an upright rectangle across a line that runs at a right angle or not at all; undefined for slanted ones. */
function heightAcross(rect: Rect, angle: number): number | undefined {
  if (Math.abs(Math.sin(angle)) < UPRIGHT) return rect[3]! - rect[1]!;
  return Math.abs(Math.cos(angle)) < UPRIGHT ? rect[2]! - rect[0]! : undefined;
}
