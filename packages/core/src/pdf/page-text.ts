import type { Span } from "@tuhei/patterns";
import type { Quad } from "../model/geometry.js";
import { joinCombs } from "./combs.js";
import { extentOf, quadOf, unite } from "./extents.js";
import { joinLines } from "./join-lines.js";
import type { PageChars } from "./page-chars.js";
import type { PageSpace } from "./page-space.js";
import { linesOf, type Segment } from "./segments.js";

/** The text layer of a page as one string with the way back to its characters. */
export interface PageText {
  readonly text: string;
  /** Index of the character behind each UTF-16 unit of `text`; -1 for separators. */
  readonly charAt: Int32Array;
  readonly placed: readonly PlacedSegment[];
}

/** A segment with its place in the text. */
export interface PlacedSegment {
  readonly segment: Segment;
  readonly span: Span;
}

/** Gaps narrower than these, in heights: none at all, a space. Wider ones end a cell. */
const NO_GAP = 0.25;
const SPACE_GAP = 1;
const REPLACEMENT = 0xfffd;
/** Points by which quads are larger than loose boxes, for smoothed edges. More would reach neighbours. */
const QUAD_MARGIN = 0.2;

/** Lines in pdfium's order, parted by line feeds; wide gaps inside a line are tabs. */
export function pageText(chars: PageChars): PageText {
  const parts: string[] = [];
  const charAt: number[] = [];
  const placed: PlacedSegment[] = [];
  function separate(separator: string) {
    parts.push(separator);
    charAt.push(-1);
  }
  const lines = joinLines(linesOf(chars)).map((line) => joinCombs(line, chars));
  for (const [row, line] of lines.entries()) {
    if (row > 0) separate("\n");
    for (const [column, segment] of line.entries()) {
      const separator = column > 0 ? separatorBetween(line[column - 1]!, segment) : "";
      if (separator !== "") separate(separator);
      const start = charAt.length;
      for (const index of segment.chars) {
        const character = index < 0 ? " " : characterAt(chars, index);
        parts.push(character);
        for (let unit = 0; unit < character.length; unit++) charAt.push(index);
      }
      placed.push({ segment, span: { start, end: charAt.length } });
    }
  }
  return { text: parts.join(""), charAt: Int32Array.from(charAt), placed };
}

/** Detectors take no tab for a gap inside a number. */
function separatorBetween(before: Segment, after: Segment): string {
  const gap = (after.extent.start - before.extent.end) / Math.min(before.lineHeight, after.lineHeight);
  if (Math.abs(gap) <= NO_GAP) return "";
  return gap > 0 && gap <= SPACE_GAP ? " " : "\t";
}

function characterAt({ codes }: PageChars, index: number): string {
  return String.fromCodePoint(codes[index]! || REPLACEMENT);
}

/** Where a span of the text stands: one quad a segment, as tall as its characters, slanted where they are. Page units. */
export function locateText({ charAt, placed }: PageText, chars: PageChars, space: PageSpace, span: Span): Quad[] {
  return placed.flatMap(({ segment, span: { start, end } }) => {
    if (end <= span.start || start >= span.end) return [];
    const indices = charAt.subarray(Math.max(start, span.start), Math.min(end, span.end)).filter((index) => index >= 0);
    if (indices.length === 0) return [];
    const extents = Array.from(indices, (index) => extentOf(chars, index, segment.frame));
    return [quadOf(extents.reduce(unite), segment.frame, space, QUAD_MARGIN)];
  });
}
