import type { Span } from "@tuhei/patterns";
import type { Point, Quad } from "../model/geometry.js";
import { type Advance, advancesOf, hasPlacedChars } from "./advances.js";
import type { LayoutLine } from "./line.js";

/** Recognisers place characters by up to three quarters of one wrong where scripts meet, shared-out places are worse: the margin. */
const MARGIN_PLACED = 0.75;
const MARGIN_SHARED = 1;
/** What a box is grown above, below and over a line's ends, in heights: accents, slants and a tight detector. */
const MARGIN_HEIGHT = 0.15;
/** A rest of the line not longer than this is not worth a cut that may go wrong. */
const MAX_REST = 1;

/** Where a part of a line's text stands, grown to whole words and by a margin; the whole line where next to nothing else is in it. */
export function partOfLine(line: LayoutLine, span: Span): Quad {
  const { start, end } = grownToWords(line.text, span);
  const rest = line.text.slice(0, start) + line.text.slice(end);
  const over = overEnds(line.quad);
  if (rest.replace(/[^\p{L}\p{N}]/gu, "").length <= MAX_REST) return between(line.quad, -over, 1 + over);
  const advances = advancesOf(line);
  const margin = (hasPlacedChars(line) ? MARGIN_PLACED : MARGIN_SHARED) / [...line.text].length;
  const value = extentOf(advances, { start, end });
  const blanks = blanksBeside(line.text, { start, end });
  // Up to where the neighbours' own boxes begin: an engine may give a blank no width.
  const from = Math.min(value.start - margin, blanks.start < start ? (advances[blanks.start - 1]?.end ?? 0) : 1);
  const to = Math.max(value.end + margin, blanks.end > end ? (advances[blanks.end]?.start ?? 1) : 0);
  return between(line.quad, Math.max(from, -over), Math.min(to, 1 + over));
}

function extentOf(advances: readonly Advance[], { start, end }: Span): Advance {
  const touched = advances.slice(start, end);
  return {
    start: Math.min(...touched.map((advance) => advance.start)),
    end: Math.max(...touched.map((advance) => advance.end)),
  };
}

/** The margin over a line's ends, in shares of its length. */
function overEnds([a, b, , d]: Quad): number {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  return length > 0 ? (MARGIN_HEIGHT * Math.hypot(d.x - a.x, d.y - a.y)) / length : 0;
}

/** A cut never goes through a number or a Latin word. */
function grownToWords(text: string, span: Span): Span {
  let { start, end } = span;
  while (start > 0 && isWord(text[start]) && isWord(text[start - 1])) start--;
  while (end < text.length && isWord(text[end - 1]) && isWord(text[end])) end++;
  return { start, end };
}

/** A value with the blanks beside it: they cost nothing, and its first character may begin in what was taken for one. */
function blanksBeside(text: string, span: Span): Span {
  let { start, end } = span;
  while (start > 0 && /\s/.test(text[start - 1]!)) start--;
  while (end < text.length && /\s/.test(text[end]!)) end++;
  return { start, end };
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[0-9A-Za-z]/.test(character);
}

/** The part of a quad from one place along it to another, higher by the margin. */
function between([a, b, c, d]: Quad, from: number, to: number): Quad {
  const [topStart, bottomStart] = [mix(a, b, from), mix(d, c, from)];
  const [topEnd, bottomEnd] = [mix(a, b, to), mix(d, c, to)];
  return [
    mix(topStart, bottomStart, -MARGIN_HEIGHT),
    mix(topEnd, bottomEnd, -MARGIN_HEIGHT),
    mix(bottomEnd, topEnd, -MARGIN_HEIGHT),
    mix(bottomStart, topStart, -MARGIN_HEIGHT),
  ];
}

function mix(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}
