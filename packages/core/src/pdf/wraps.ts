import { labelOf } from "@tuhei/patterns";
import type { CellLine } from "../layout/cell-columns.js";
import { isLineBelow } from "../layout/line-below.js";
import { BREAK_WINDOW, mayGoOn, type Separator, valueBreak } from "../value-break.js";
import type { Segment } from "./segments.js";

/** A segment with what it says and the label that names it. */
export interface LabelledSegment extends CellLine {
  readonly segment: Segment;
}

/** What stands between two lines. */
export interface LineBreak {
  readonly separator: Separator;
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
  const head = before.text.slice(-BREAK_WINDOW);
  // What stands beside it on its line parts it from the line after.
  const tail = `${after.text}${beside ? `\t${beside.text}` : ""}`.slice(0, BREAK_WINDOW);
  if (!mayGoOn(head, tail) || before.cell !== after.cell) return NEW_LINE;
  if (!before.place || !after.place || !isLineBelow(before.place, after.place, lineStart)) return NEW_LINE;
  if (labelOf(tail)) return NEW_LINE;
  const label = before.text.length <= BREAK_WINDOW ? before.label : undefined;
  const separator = valueBreak({ head, tail, label, labelled: Math.min(after.text.length, BREAK_WINDOW) });
  return separator === undefined ? NEW_LINE : { separator, isWrapped: true };
}
