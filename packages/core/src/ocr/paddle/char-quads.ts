import type { Point, Quad } from "../../model/geometry.js";
import type { OcrChar, OcrLine } from "../engine.js";
import { LINE_HEIGHT, type LinePicture } from "./crop.js";
import type { ReadChar } from "./recognize.js";
import { isWide, withSpaces } from "./spaces.js";

/** Half the widest advance of a full-width character, in line heights; the line's height includes its margin. */
const WIDE_HALF = 0.53;
/** The same for digits and Latin letters. */
const NARROW_HALF = 0.36;

/** A line with its characters shared out along `quad`, halfway between their middles, over the full line height. */
export function lineOf(read: readonly ReadChar[], picture: LinePicture, quad: Quad): OcrLine {
  const chars = withSpaces(read, picture);
  return {
    text: chars.map(({ text }) => text).join(""),
    confidence: meanConfidence(read),
    quad,
    chars: chars.map((char, i) => charOf(char, chars[i - 1], chars[i + 1], picture, quad)),
  };
}

/** 0 for no characters. */
export function meanConfidence(chars: readonly ReadChar[]): number {
  return chars.length === 0 ? 0 : chars.reduce((sum, { confidence }) => sum + confidence, 0) / chars.length;
}

function charOf(
  { text, confidence, center }: ReadChar,
  before: ReadChar | undefined,
  after: ReadChar | undefined,
  { width, stretch }: LinePicture,
  quad: Quad,
): OcrChar {
  const half = (isWide(text) ? WIDE_HALF : NARROW_HALF) * LINE_HEIGHT * stretch;
  const left = Math.max(center - half, before === undefined ? 0 : (before.center + center) / 2);
  const right = Math.min(center + half, after === undefined ? width : (center + after.center) / 2);
  return { text, confidence, quad: sliceQuad(quad, left / width, right / width) };
}

/** The part of a quad between two fractions of its length. */
export function sliceQuad([topLeft, topRight, bottomRight, bottomLeft]: Quad, from: number, to: number): Quad {
  return [
    between(topLeft, topRight, from),
    between(topLeft, topRight, to),
    between(bottomLeft, bottomRight, to),
    between(bottomLeft, bottomRight, from),
  ];
}

function between(a: Point, b: Point, fraction: number): Point {
  return { x: a.x + (b.x - a.x) * fraction, y: a.y + (b.y - a.y) * fraction };
}
