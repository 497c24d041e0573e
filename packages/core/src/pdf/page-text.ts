import type { Span } from "@tuhei/patterns";
import { type ReadCell, separatorOfCell, withWrappedCells } from "../layout/wrapped-cells.js";
import type { TextRun } from "../model/document.js";
import type { Quad } from "../model/geometry.js";
import { joinCombs } from "./combs.js";
import { type Extent, extentOf, quadOf, unite } from "./extents.js";
import { joinLines } from "./join-lines.js";
import { placeOf } from "./line-place.js";
import { GENERATED, type PageChars } from "./page-chars.js";
import type { PageSpace } from "./page-space.js";
import { partedByRules } from "./part-by-rules.js";
import { ruledCells } from "./ruled-cells.js";
import type { Rules } from "./rules.js";
import { segmentLabels } from "./segment-labels.js";
import { textOfSegment } from "./segment-text.js";
import { isSeparator, linesOf, type Segment } from "./segments.js";
import { withoutTracking } from "./tracking.js";
import { type LabelledSegment, lineBreak } from "./wraps.js";

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
  readonly label?: string;
  /** It goes on with a value that the segment before began. */
  readonly isWrapped: boolean;
}

/** Gaps narrower than these, in heights: none at all, a space. Wider ones end a cell. */
const NO_GAP = 0.25;
const SPACE_GAP = 1;
/** Code points above take two UTF-16 units. */
const LAST_OF_ONE_UNIT = 0xffff;
/** Points by which quads are larger than loose boxes, for smoothed edges. More would reach neighbours. */
const QUAD_MARGIN = 0.2;

/** Lines in pdfium's order, parted by line feeds; wide gaps inside a line are tabs. What rules enclose is read as one. */
export function pageText(chars: PageChars, space: PageSpace, rules: Rules): PageText {
  const parts: string[] = [];
  const charAt: number[] = [];
  const placed: PlacedSegment[] = [];
  const lines = withWrappedCells(labelledLines(chars, space, rules));
  for (const [row, line] of lines.entries()) {
    for (const [column, { line: one }] of line.entries()) {
      const { segment, label } = one;
      const { separator, isWrapped } = column > 0 ? gapBefore(line, column, chars) : breakBefore(line, lines[row - 1]);
      if (separator !== "") charAt.push(-1);
      const start = charAt.length;
      parts.push(separator, one.text);
      for (const index of segment.chars) {
        charAt.push(index);
        if (index >= 0 && chars.codes[index]! > LAST_OF_ONE_UNIT) charAt.push(index);
      }
      placed.push({ segment, span: { start, end: charAt.length }, ...(label !== undefined && { label }), isWrapped });
    }
  }
  return { text: parts.join(""), charAt: Int32Array.from(charAt), placed };
}

function labelledLines(chars: PageChars, space: PageSpace, rules: Rules): LabelledSegment[][] {
  const words = linesOf(chars).map((line) => withoutTracking(line, chars));
  const parted = words.map((line) => partedByRules(line, rules, chars));
  const lines = joinLines(parted, chars).map((line) => joinCombs(line, chars));
  const segments = lines.flat();
  const texts = new Map(segments.map((one) => [one, textOfSegment(one, chars)] as const));
  const cells = ruledCells(segments, rules);
  const labels = segmentLabels(texts, cells, space);
  return lines.map((line) =>
    line.map((segment) => {
      const [label, cell] = [labels.get(segment), cells.get(segment)];
      const place = segment.isVertical ? undefined : placeOf(segment);
      return {
        segment,
        text: texts.get(segment)!,
        ...(label !== undefined && { label }),
        ...(place && { place }),
        ...(cell && { cell }),
      };
    }),
  );
}

function gapBefore(line: ReadLine, column: number, chars: PageChars) {
  const [before, after] = [line[column - 1]!, line[column]!];
  const separator = separatorOfCell(line, column) ?? gapBetween(before.line.segment, after.line.segment, chars);
  return { separator, isWrapped: after.wrappedBy !== undefined };
}

/** Detectors take no tab for a gap inside a number. */
function gapBetween(before: Segment, after: Segment, chars: PageChars): string {
  const gap = (after.extent.start - before.extent.end) / Math.min(before.lineHeight, after.lineHeight);
  const isNarrow = Math.abs(gap) <= NO_GAP;
  if (isNarrow) return after.isSpaced || hasOwnSpace(before, after, chars) ? " " : "";
  return gap > 0 && gap <= SPACE_GAP ? " " : "\t";
}

/** Whether the file ends the first or begins the second with a space: pdfium may give the words of a line in any order. */
function hasOwnSpace(before: Segment, after: Segment, chars: PageChars): boolean {
  const [last, first] = [before.chars.at(-1)!, after.chars[0]!];
  return isSpaceOf(chars, last + 1, last) || isSpaceOf(chars, first - 1, first);
}

/** Whether a space of the file was drawn with a character. */
function isSpaceOf(chars: PageChars, index: number, drawnWith: number): boolean {
  if (index < 0 || index >= chars.count || !isSeparator(chars, index)) return false;
  const object = chars.objects[index]!;
  return (chars.flags[index]! & GENERATED) === 0 && object !== 0 && object === chars.objects[drawnWith];
}

type ReadLine = readonly ReadCell<LabelledSegment>[];

function breakBefore(line: ReadLine, before: ReadLine | undefined) {
  if (!before) return { separator: "", isWrapped: false };
  const [first, second] = line;
  const next = second ? ([first!.line, second.line] as const) : ([first!.line] as const);
  return lineBreak(before.at(-1)!.line, next, before[0]!.line.segment.extent.start);
}

/** A run for each segment, and one for all that a value was wrapped over. */
export function textRuns({ placed }: PageText): TextRun[] {
  const runs: TextRun[] = [];
  for (const { span, label, isWrapped } of placed) {
    const before = isWrapped ? runs.pop() : undefined;
    const named = before?.label ?? label;
    runs.push({
      span: { start: before?.span.start ?? span.start, end: span.end },
      origin: "content",
      precision: "measured",
      confidence: 1,
      ...(named !== undefined && { label: named }),
    });
  }
  return runs;
}

/** Where a span of the text stands: one quad a segment, as tall as its characters, slanted where they are. Page units. */
export function locateText({ charAt, placed }: PageText, chars: PageChars, space: PageSpace, span: Span): Quad[] {
  const quads: Quad[] = [];
  for (let index = firstEndingAfter(placed, span.start); index < placed.length; index++) {
    const { segment, span: own } = placed[index]!;
    if (own.start >= span.end) break;
    let extent: Extent | undefined;
    for (let at = Math.max(own.start, span.start); at < Math.min(own.end, span.end); at++) {
      const char = charAt[at]!;
      if (char < 0) continue;
      const next = extentOf(chars, char, segment.frame);
      extent = extent ? unite(extent, next) : next;
    }
    if (extent) quads.push(quadOf(extent, segment.frame, space, QUAD_MARGIN));
  }
  return quads;
}

/** Index of the first segment that ends behind a place; they follow one another. */
function firstEndingAfter(placed: readonly PlacedSegment[], at: number): number {
  let [low, high] = [0, placed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placed[middle]!.span.end > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
