import { type Extent, extentOf, type Frame, frameOf, unite } from "./extents.js";
import { continued, isOnTop, type Printed } from "./overprint.js";
import { GENERATED, isZeroWidth, type PageChars, SECOND_HALF, UNMAPPED } from "./page-chars.js";

/** Neighbouring characters of one line with no wide gap between them: a cell of a table, a value of a form, a line of prose. */
export interface Segment {
  /** Indices of characters in reading order; -1 for a space that the file does not hold. */
  readonly chars: readonly number[];
  readonly extent: Extent;
  readonly frame: Frame;
  /** Clockwise angle of the writing direction. */
  readonly angle: number;
  /** Height of a line of this type, which gaps are measured by. */
  readonly lineHeight: number;
  /** Stacked: each character below the one before. */
  readonly isVertical: boolean;
  /** A space parts it from the segment before, however narrow it is. */
  readonly isSpaced?: true;
}

/** Segments side by side, in order along the line. */
export type Line = readonly Segment[];

/** What a line of type is high, in sizes of the type: the thresholds below are in such heights. */
const LINE_HEIGHT = 1.2;
/** Radians by which directions on one line may differ: what rounding in matrices makes. */
const SAME_ANGLE = 0.03;
/** How far, in heights of the smaller character, a superscript may stand off its line. */
const SAME_LEVEL = 0.5;
/** How far back, in heights, a character may start: kerning, accents, marks set under others. */
const STEP_BACK = 0.7;
/** A gap wider than this many heights parts two columns. */
const WIDE_GAP = 1;
/** A quarter of the type size, and what digits stand off the edges of their boxes. */
export const MAX_AUTOSPACE = 0.32;
/** Letters of one word stand closer, in type sizes, and Chinese characters known by their ink alone (口); words do not. */
const MAX_KERNING = 0.12;
const MAX_SIDES = 0.25;
const SPACE = 0x20;
/** How far below, in heights, the next character of stacked text stands: in vertical writing, and set one by one. */
const MAX_VERTICAL_STEP = 2.5;
const MAX_STACK_STEP = 1.5;
const MIN_STACK_STEP = 0.3;
/** How often a text is printed over itself at most, for the glyphs of each printing to be told apart. */
const MAX_LAYERS = 8;

/** Puts the characters into lines, in pdfium's order. */
export function linesOf(chars: PageChars): Line[] {
  const lines: OpenSegment[][] = [];
  let open: OpenSegment | undefined;
  let isOverprinted = false;
  let separatorAt = -1;
  let frame: Frame | undefined;
  let frameAngle = 0;
  for (let index = 0; index < chars.count; index++) {
    if ((chars.flags[index]! & SECOND_HALF) !== 0 || isNothing(chars, index)) continue;
    if (isSeparator(chars, index)) {
      separatorAt = index;
      continue;
    }
    const angle = chars.angles[index]!;
    // Hardly ever another than the one before.
    if (frame === undefined || angle !== frameAngle) [frame, frameAngle] = [frameOf(angle), angle];
    const next = openAt(chars, index, frame);
    let step = open ? stepBetween(chars, open, next) : "line";
    if (step === "line") isOverprinted = false;
    if (open && (step === "next" || step === "column")) {
      const printed = isOverprinted ? lines.at(-1)!.slice(-MAX_LAYERS) : [open];
      const isOver = isOnTop(chars, printed, next);
      isOverprinted ||= isOver;
      const layer = isOverprinted
        ? continued(
            printed.filter((segment) => stepBetween(chars, segment, next) === "next"),
            next,
            chars,
          )
        : undefined;
      if (layer) [open, step] = [layer, "next"];
      else if (isOver) step = "column";
    }
    if (open && (step === "next" || step === "below")) {
      const hasSpace = separatorAt > open.lastIndex;
      if (hasSpace && step === "next" && !isMadeUp(chars, open, next)) open.chars.push(-1);
      open.chars.push(index);
      open.extent = unite(open.extent, next.extent);
      open.last = next.last;
      open.lastIndex = index;
      open.isVertical ||= step === "below";
    } else {
      if (step === "line") lines.push([]);
      open = next;
      lines.at(-1)!.push(open);
    }
  }
  const sorted = lines.map((line) => (line.length > 1 ? line.sort((a, b) => a.extent.start - b.extent.start) : line));
  return withColumnsFromRight(sorted);
}

/** Columns of vertical writing that stand side by side run from right to left; pdfium gives them from left to right. */
function withColumnsFromRight(lines: readonly Line[]): Line[] {
  const ordered: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    let end = at + 1;
    while (end < lines.length && areColumns(lines[end - 1]!, lines[end]!)) end++;
    const columns = lines.slice(at, end);
    ordered.push(...(columns.length > 1 ? columns.sort((a, b) => b[0]!.extent.start - a[0]!.extent.start) : columns));
    at = end;
  }
  return ordered;
}

function areColumns([a, ...more]: Line, [b, ...others]: Line): boolean {
  if (!a?.isVertical || !b?.isVertical || more.length + others.length > 0 || a.angle !== b.angle) return false;
  return a.extent.bottom < b.extent.top && b.extent.bottom < a.extent.top;
}

interface OpenSegment extends Segment, Printed {
  readonly chars: number[];
  extent: Extent;
  isVertical: boolean;
  last: Extent;
  lastIndex: number;
}

function openAt(chars: PageChars, index: number, frame: Frame): OpenSegment {
  const angle = chars.angles[index]!;
  const extent = extentOf(chars, index, frame);
  return {
    chars: [index],
    extent,
    frame,
    angle,
    lineHeight: chars.sizes[index]! * LINE_HEIGHT,
    isVertical: false,
    last: extent,
    lastIndex: index,
  };
}

/** Whether a character is a space, or one that pdfium made up. */
export function isSeparator({ codes, flags }: PageChars, index: number): boolean {
  const code = codes[index]!;
  const isSpace = code === 0x20 || code === 0xa0 || code === 0x3000 || (code >= 9 && code <= 13);
  return isSpace || (flags[index]! & GENERATED) !== 0;
}

/** How the next character stands to the segment: right after it, stacked below it, in a further column, on another line. */
function stepBetween(chars: PageChars, open: OpenSegment, next: OpenSegment): "next" | "below" | "column" | "line" {
  if (Math.abs(Math.sin((open.angle - next.angle) / 2)) > SAME_ANGLE / 2) return "line";
  const { last } = open;
  const height = Math.min(sizeOf(chars, open), sizeOf(chars, next)) * LINE_HEIGHT;
  if (isBelow(chars, open, next, height)) return "below";
  if (open.isVertical) return "line";
  const rise = levelOf(chars, next.lastIndex, open.frame) - levelOf(chars, open.lastIndex, open.frame);
  if (Math.abs(rise) > SAME_LEVEL * height) return "line";
  const gap = next.extent.start - last.end;
  return gap > WIDE_GAP * height || next.extent.start < last.start - STEP_BACK * height ? "column" : "next";
}

/** Of the last character. A glyph that is nothing but a stroke (一) and known by its ink alone is as wide as its type is high. */
function sizeOf({ sizes }: PageChars, { last, lastIndex }: OpenSegment): number {
  return Math.max(sizes[lastIndex]!, last.end - last.start);
}

/**
 * Whether a space is none that the file holds or shows: what word processors leave between Chinese and Latin or digits
 * (JLREQ and CLREQ, 3.2.3: a quarter of an em), and where the font changes within a word, to one of drawn glyphs for
 * instance, the end of a line.
 */
function isMadeUp({ codes, flags, sizes }: PageChars, open: OpenSegment, next: OpenSegment): boolean {
  const [before, after] = [open.lastIndex, next.lastIndex];
  let isLineEnd = true;
  for (let at = before + 1; at < after; at++) {
    if ((flags[at]! & (GENERATED | SECOND_HALF)) === 0) return false;
    isLineEnd &&= codes[at] !== SPACE;
  }
  const isMixed = isHan(codes[before]!) !== isHan(codes[after]!);
  const within = isHan(codes[after]!) ? MAX_SIDES : MAX_KERNING;
  const most = isMixed ? MAX_AUTOSPACE : isLineEnd ? within : Number.NEGATIVE_INFINITY;
  return next.extent.start - open.last.end <= most * Math.max(sizes[before]!, sizes[after]!);
}

/** A glyph without width, and without Unicode or ink, says nothing, not even that a word ends: readers pass over it. */
function isNothing(chars: PageChars, index: number): boolean {
  const { codes, flags, boxes } = chars;
  if (isZeroWidth(chars, index)) return true;
  if (codes[index] !== 0 || (flags[index]! & (GENERATED | UNMAPPED)) !== 0) return false;
  const [left, bottom, right, top] = [0, 1, 2, 3].map((side) => boxes[index * 4 + side]!);
  return left === right || bottom === top;
}

function levelOf({ origins }: PageChars, index: number, { across }: Frame): number {
  return origins[index * 2]! * across[0] + origins[index * 2 + 1]! * across[1];
}

/** Vertical writing, or Chinese characters set one under the other. Digits under one another are a column of numbers. */
function isBelow(chars: PageChars, open: OpenSegment, next: OpenSegment, height: number): boolean {
  if (open.chars.length > 1 && !open.isVertical) return false;
  const [a, b] = [open.last, next.last];
  const drop = (a.bottom + a.top) / 2 - (b.bottom + b.top) / 2;
  if (drop < MIN_STACK_STEP * height || drop > MAX_VERTICAL_STEP * height) return false;
  if (Math.abs(a.start + a.end - b.start - b.end) / 2 > SAME_LEVEL * height) return false;
  const object = chars.objects[open.lastIndex]!;
  if (object !== 0 && object === chars.objects[next.lastIndex]) return true;
  return drop <= MAX_STACK_STEP * height && isHan(chars.codes[open.lastIndex]!) && isHan(chars.codes[next.lastIndex]!);
}

/** Chinese characters and the punctuation between them, full-width and vertical forms. */
export function isHan(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe10 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    code >= 0x20000
  );
}
