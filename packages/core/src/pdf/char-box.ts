import type { CharSize } from "./char-size.js";
import type { Pdfium } from "./engine.js";

/** Where a character stands. User space. */
export interface CharBox {
  /** Upright box around it. */
  readonly rect: Rect;
  /** Upright box of what is drawn; without area where nothing is. */
  readonly tight: Rect;
  /** Across the writing direction. */
  readonly height: number;
  /** The longer side of what is drawn; 0 where nothing is. */
  readonly ink: number;
}

/** How a character is set. */
export interface CharSetting {
  /** Clockwise, in radians. */
  readonly angle: number;
  /** Its origin. */
  readonly x: number;
  readonly y: number;
  readonly size: CharSize;
}

type Rect = readonly [left: number, bottom: number, right: number, top: number];

/** Sine or cosine below which text counts as upright: a quarter of a degree. */
const UPRIGHT = 0.0044;
/** Fonts that claim more, in type sizes, are made for stacked formulas or scripts: their boxes reach into other lines. */
const MAX_HEIGHT = 1.7;
/** What Chinese and Latin type needs above and below the baseline, in type sizes. */
const ASCENT = 1.05;
const DESCENT = 0.35;

/** pdfium's loose box, of the type size where a font claims too much or pdfium rounds it to nothing, then grown to the ink. */
export function charBox(
  engine: Pdfium,
  textPage: number,
  index: number,
  setting: CharSetting,
  scratch: number,
): CharBox {
  const loose = looseBox(engine, textPage, index, scratch);
  const tight = tightBox(engine, textPage, index, scratch);
  const hasInk = tight[2] > tight[0] && tight[3] > tight[1];
  const cut = cutToType(loose, hasInk ? tight : undefined, setting);
  const rect = hasInk ? aroundInk(cut, tight, setting.angle) : cut;
  return {
    rect,
    tight,
    height: heightAcross(rect, setting.angle) ?? setting.size.font,
    ink: hasInk ? Math.max(tight[2] - tight[0], tight[3] - tight[1]) : 0,
  };
}

const NOWHERE: Rect = [0, 0, 0, 0];

function looseBox({ raw, floats }: Pdfium, textPage: number, index: number, scratch: number): Rect {
  if (raw.FPDFText_GetLooseCharBox!(textPage, index, scratch) === 0) return NOWHERE;
  const memory = floats();
  const at = scratch / 4;
  const [a, b, c, d] = [memory[at]!, memory[at + 1]!, memory[at + 2]!, memory[at + 3]!];
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

function tightBox({ raw, doubles }: Pdfium, textPage: number, index: number, scratch: number): Rect {
  if (raw.FPDFText_GetCharBox!(textPage, index, scratch, scratch + 8, scratch + 16, scratch + 24) === 0) return NOWHERE;
  const memory = doubles();
  const at = scratch / 8;
  const [left, right, bottom, top] = [memory[at]!, memory[at + 1]!, memory[at + 2]!, memory[at + 3]!];
  return [Math.min(left, right), Math.min(bottom, top), Math.max(left, right), Math.max(bottom, top)];
}

/** Ink higher than that says that the size is not what the glyphs are drawn in, as in Type3 fonts. */
function cutToType(loose: Rect, tight: Rect | undefined, { angle, x, y, size }: CharSetting): Rect {
  const height = heightAcross(loose, angle);
  const limit = MAX_HEIGHT * size.type;
  if (height === undefined || limit === 0 || (height > 0 && height <= limit)) return loose;
  if (tight && (heightAcross(tight, angle) ?? 0) > limit) return loose;
  const [sin, cos] = [Math.round(Math.sin(angle)), Math.round(Math.cos(angle))];
  const [up, down] = [ASCENT * size.type, DESCENT * size.type];
  if (cos !== 0) {
    return [loose[0], cos > 0 ? y - down : y - up, loose[2], cos > 0 ? y + up : y + down];
  }
  return [sin > 0 ? x - down : x - up, loose[1], sin > 0 ? x + up : x + down, loose[3]];
}

/** Fonts may claim less height than they draw, or no width. Along the line, ink may overhang: there neighbours stand. */
function aroundInk(loose: Rect, tight: Rect, angle: number): Rect {
  const growsAcross = Math.abs(Math.cos(angle)) < UPRIGHT || loose[0] === loose[2];
  const growsUp = Math.abs(Math.sin(angle)) < UPRIGHT || loose[1] === loose[3];
  return [
    growsAcross ? Math.min(loose[0], tight[0]) : loose[0],
    growsUp ? Math.min(loose[1], tight[1]) : loose[1],
    growsAcross ? Math.max(loose[2], tight[2]) : loose[2],
    growsUp ? Math.max(loose[3], tight[3]) : loose[3],
  ];
}

/** The height of an upright rectangle across a line that runs at a right angle or not at all; undefined for slanted ones. */
function heightAcross([left, bottom, right, top]: Rect, angle: number): number | undefined {
  if (Math.abs(Math.sin(angle)) < UPRIGHT) return top - bottom;
  return Math.abs(Math.cos(angle)) < UPRIGHT ? right - left : undefined;
}
