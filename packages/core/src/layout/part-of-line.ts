import type { Span } from "@tuhei/patterns";
import type { Point, Quad } from "../model/geometry.js";
import { advancesOf, hasPlacedChars } from "./advances.js";
import type { LayoutLine } from "./line.js";

/** Estimated places are off by up to half a character, shared-out ones by more: the margin on either side, in characters. */
const MARGIN_PLACED = 0.5;
const MARGIN_SHARED = 1;
/** What a box is grown above and below, in heights: accents, slants and a tight detector. */
const MARGIN_HEIGHT = 0.15;
/** A rest of the line not longer than this is not worth a cut that may go wrong. */
const MAX_REST = 1;

/** Where a part of a line's text stands, grown to whole words and by a margin; the whole line where next to nothing else is in it. */
export function partOfLine(line: LayoutLine, span: Span): Quad {
  const { start, end } = grownToWords(line.text, span);
  const rest = line.text.slice(0, start) + line.text.slice(end);
  if (rest.replace(/[^\p{L}\p{N}]/gu, "").length <= MAX_REST) return between(line.quad, 0, 1);
  const advances = advancesOf(line);
  const margin = (hasPlacedChars(line) ? MARGIN_PLACED : MARGIN_SHARED) / [...line.text].length;
  const first = Math.min(...advances.slice(start, end).map((advance) => advance.start));
  const last = Math.max(...advances.slice(start, end).map((advance) => advance.end));
  return between(line.quad, Math.max(first - margin, 0), Math.min(last + margin, 1));
}

/** A cut never goes through a number or a Latin word. */
function grownToWords(text: string, span: Span): Span {
  let { start, end } = span;
  while (start > 0 && isWord(text[start]) && isWord(text[start - 1])) start--;
  while (end < text.length && isWord(text[end - 1]) && isWord(text[end])) end++;
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
