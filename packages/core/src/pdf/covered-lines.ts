import { type Box, boxAround, quadOfBox } from "../model/geometry.js";
import { boxOfChar, isBlank, type PageChars } from "./page-chars.js";
import type { PdfPage } from "./pdf-file.js";

/** Text that a reader does not see but a program reads, because something was laid over it. Holds no text. */
export interface CoveredText {
  /** Around its characters, one line of them. Page units. */
  readonly box: Box;
  /** The same without the edges across the line, to which loose boxes reach and letters hardly do. */
  readonly middle: Box;
  /** Whether the page is dark all over where the characters stand, so that nothing else is seen there. Never so for slanted lines. */
  readonly isDark: boolean;
  readonly characters: number;
  /** What hides it: a drawn shape, a picture, or a shape beneath it of its own colour. */
  readonly by: "shape" | "picture" | "colour";
}

/** What hides a character. */
export interface Hiding {
  readonly by: CoveredText["by"];
  /** Index of the object that lies over it, if one does. */
  readonly cover?: number;
  /** Whether the page is dark all over in its box. */
  readonly isDark: boolean;
}

/** Gap within one hidden line, in heights of its characters. */
const MAX_GAP = 2;
/** Radians by which a line may be out of the upright: what rounding in matrices makes. */
const SAME_ANGLE = 0.02;
/** Part of a line's height, at each side, that may be outside of the bar that covers it. */
const EDGE = 0.15;

/**
 * Hidden characters that follow one another on one line under one cover, with the spaces between. Punctuation alone says
 * nothing and is left out.
 *
 * @param hidden by index of the character
 */
export function coveredLines(page: PdfPage, chars: PageChars, hidden: ReadonlyMap<number, Hiding>): CoveredText[] {
  const found: CoveredText[] = [];
  let line: number[] = [];
  const finish = () => {
    if (line.some((at) => isTelling(chars.codes[at]!))) found.push(lineOf(line, page, chars, hidden));
    line = [];
  };
  for (let at = 0; at < chars.count; at++) {
    const hiding = hidden.get(at);
    if (!hiding) {
      if (!isBlank(chars, at)) finish();
      continue;
    }
    const before = line.at(-1);
    const isNext =
      before !== undefined && isUnderOne(hidden.get(before)!, hiding) && isOneLine(page, chars, before, at);
    if (!isNext) finish();
    line.push(at);
  }
  finish();
  return found;
}

/** A box of the text's colour and a cover may meet in the middle of a word. */
function isUnderOne(a: Hiding, b: Hiding): boolean {
  return a.cover === undefined || b.cover === undefined || a.cover === b.cover;
}

function lineOf(
  line: readonly number[],
  page: PdfPage,
  chars: PageChars,
  hidden: ReadonlyMap<number, Hiding>,
): CoveredText {
  const box = boxAround(line.flatMap((at) => quadOfBox(boxOfChar(page.space, chars, at))));
  const angle = chars.angles[line[0]!]! + (page.geometry.turns * Math.PI) / 2;
  const isUpright = Math.abs(Math.sin(2 * angle)) < SAME_ANGLE;
  return {
    box,
    middle: isUpright ? withoutEdges(box, Math.abs(Math.cos(angle)) > Math.abs(Math.sin(angle))) : box,
    isDark: isUpright && line.every((at) => hidden.get(at)!.isDark),
    characters: line.length,
    by: hidden.get(line[0]!)!.by,
  };
}

/** Without its top and bottom, or its sides where the line runs up or down. */
function withoutEdges({ x, y, width, height }: Box, isAcross: boolean): Box {
  const part = 1 - 2 * EDGE;
  return isAcross
    ? { x, y: y + EDGE * height, width, height: part * height }
    : { x: x + EDGE * width, y, width: part * width, height };
}

/** A letter, a digit, or a glyph without Unicode, which may be either. */
function isTelling(code: number): boolean {
  return code === 0 || /[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
}

/** Whether the line through one character meets the other, and they are not far apart, in heights. */
function isOneLine(page: PdfPage, chars: PageChars, before: number, at: number): boolean {
  const [a, b] = [boxOfChar(page.space, chars, before), boxOfChar(page.space, chars, at)];
  const reach = MAX_GAP * Math.max(chars.heights[before]!, chars.heights[at]!);
  const apart = (from: number, length: number, other: number, otherLength: number) =>
    Math.max(from - other - otherLength, other - from - length);
  const across = apart(a.x, a.width, b.x, b.width);
  const down = apart(a.y, a.height, b.y, b.height);
  return (down < 0 && across < reach) || (across < 0 && down < reach && chars.angles[at] !== 0);
}
