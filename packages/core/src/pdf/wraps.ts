import { detect, labelOf, type Match } from "@tuhei/patterns";
import type { CellLine } from "../layout/cell-columns.js";
import { isLineBelow } from "../layout/line-below.js";
import type { Segment } from "./segments.js";

/** A segment with what it says and the label that names it. */
export interface LabelledSegment extends CellLine {
  readonly segment: Segment;
}

/** UTF-16 units either side of the break that are looked at: the longest address, or a label and its value. */
const WINDOW = 48;

/** What stands between two lines. */
export interface LineBreak {
  readonly separator: "" | " " | "\n";
  /** A value goes on across the break. */
  readonly isWrapped: boolean;
}

const NEW_LINE: LineBreak = { separator: "\n", isWrapped: false };

/**
 * A line feed or, where a value was wrapped that is recognised only without one, nothing or a space. A value is wrapped
 * where detectors see it across the break, and where taking the break out costs none that they see with it.
 */
export function lineBreak(
  before: LabelledSegment,
  [after, beside]: readonly [LabelledSegment, ...LabelledSegment[]],
  lineStart: number,
): LineBreak {
  const head = before.text.slice(-WINDOW);
  // What stands beside it on its line parts it from the line after.
  const tail = `${after.text}${beside ? `\t${beside.text}` : ""}`.slice(0, WINDOW);
  if (!/[\p{L}\p{N}@.·-]$/u.test(head) || !/^[\p{L}\p{N}@.·-]/u.test(tail)) return NEW_LINE;
  if (before.cell !== after.cell) return NEW_LINE;
  if (!before.place || !after.place || !isLineBelow(before.place, after.place, lineStart)) return NEW_LINE;
  if (labelOf(tail)) return NEW_LINE;
  const label = before.text.length <= WINDOW ? before.label : undefined;
  const labelled = { label, length: Math.min(after.text.length, WINDOW) };
  const broken = matchesIn(head, "\n", tail, labelled);
  if (broken.some((match) => spans(match, head.length, 1))) return { separator: "\n", isWrapped: true };
  const separators = ["", " "] as const;
  const separator = separators.find((candidate) =>
    isBetter(matchesIn(head, candidate, tail, labelled), broken, head.length, candidate),
  );
  return separator === undefined ? NEW_LINE : { separator, isWrapped: true };
}

/** @param labelled the label, and how much of `tail` is its value's */
function matchesIn(
  head: string,
  separator: string,
  tail: string,
  { label, length }: { readonly label: string | undefined; readonly length: number },
): Match[] {
  const text = `${head}${separator}${tail}`;
  const end = head.length + separator.length + length;
  return detect(text, label === undefined ? {} : { labels: [{ span: { start: 0, end }, label }] });
}

function spans({ span }: Match, end: number, gap: number): boolean {
  return span.start < end && span.end > end + gap;
}

/** Recognises something across the break, and loses nothing. Places after the break move by what the separator is shorter. */
function isBetter(joined: readonly Match[], broken: readonly Match[], end: number, separator: string): boolean {
  if (!joined.some((match) => spans(match, end, separator.length))) return false;
  const moved = (at: number) => (at > end ? at - 1 + separator.length : at);
  return broken.every(({ span }) =>
    joined.some((match) => match.span.start <= moved(span.start) && match.span.end >= moved(span.end)),
  );
}
