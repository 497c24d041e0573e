import { labelOf } from "@tuhei/patterns";
import type { PlacedSegment } from "./page-text.js";

/** How far, in heights of the value, a label may stand to its left. */
const MAX_LEFT_GAP = 20;
/** How far, in heights of the value, the head of its column may stand above: a table of a whole page. */
const MAX_ABOVE_GAP = 60;
/** A label directly above a value, as in boxes of a form, in heights. */
const DIRECTLY_ABOVE = 2.5;
/** Part of the narrower one's width that two cells of one column share. */
const SAME_COLUMN = 0.5;

interface Cell {
  readonly placed: PlacedSegment;
  readonly text: string;
  /** Nothing but a label. */
  readonly isLabel: boolean;
  /** Begins with a label of its own. */
  readonly isLabelled: boolean;
}

/**
 * The printed label of each segment that has one: the label cell to its left on the same line or, where none is, the one
 * that heads its column. A label must be a segment of its own; one followed by its value needs no help.
 */
export function segmentLabels(placed: readonly PlacedSegment[], text: string): (string | undefined)[] {
  const cells = placed.map((one) => cellOf(one, text));
  const labels = cells.filter(({ isLabel }) => isLabel);
  if (labels.length === 0) return placed.map(() => undefined);
  return cells.map((cell) =>
    cell.isLabelled ? undefined : (leftLabel(cell, labels, cells) ?? aboveLabel(cell, labels))?.text,
  );
}

function cellOf(placed: PlacedSegment, text: string): Cell {
  const content = text.slice(placed.span.start, placed.span.end).trim();
  const end = labelOf(content)?.end;
  return { placed, text: content, isLabel: end === content.length, isLabelled: end !== undefined };
}

function leftLabel(cell: Cell, labels: readonly Cell[], cells: readonly Cell[]): Cell | undefined {
  const { extent, isVertical } = cell.placed.segment;
  if (isVertical) return undefined;
  const reach = MAX_LEFT_GAP * (extent.top - extent.bottom);
  const nearest = nearestOf(labels, (label) => {
    const gap = extent.start - label.placed.segment.extent.end;
    return sharesRow(cell, label) && gap > -reach / MAX_LEFT_GAP && gap <= reach ? gap : undefined;
  });
  if (!nearest) return undefined;
  const from = nearest.placed.segment.extent.end;
  const isBetween = (other: Cell) => {
    const { start, end } = other.placed.segment.extent;
    return other !== cell && other !== nearest && sharesRow(cell, other) && start >= from && end <= extent.start;
  };
  return cells.some(isBetween) ? undefined : nearest;
}

function aboveLabel(cell: Cell, labels: readonly Cell[]): Cell | undefined {
  const { extent } = cell.placed.segment;
  const height = extent.top - extent.bottom;
  return nearestOf(labels, (label) => {
    const above = label.placed.segment.extent;
    const gap = above.bottom - extent.top;
    if (!sharesFrame(cell, label) || gap < -height / 2 || gap > MAX_ABOVE_GAP * height) return undefined;
    const isHead = gap <= DIRECTLY_ABOVE * height || isInRowOfLabels(label, labels);
    return isHead && sharesColumn(cell, label) ? gap : undefined;
  });
}

/** A header row names several columns; a lone label names what stands beside or right under it. */
function isInRowOfLabels(label: Cell, labels: readonly Cell[]): boolean {
  return labels.some((other) => other !== label && sharesRow(label, other));
}

function nearestOf(labels: readonly Cell[], distance: (label: Cell) => number | undefined): Cell | undefined {
  let [nearest, least]: [Cell | undefined, number] = [undefined, Infinity];
  for (const label of labels) {
    const at = distance(label);
    if (at !== undefined && at < least) [nearest, least] = [label, at];
  }
  return nearest;
}

function sharesFrame(a: Cell, b: Cell): boolean {
  return a.placed.segment.angle === b.placed.segment.angle;
}

function sharesRow(a: Cell, b: Cell): boolean {
  const [one, other] = [a.placed.segment.extent, b.placed.segment.extent];
  const shared = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
  return sharesFrame(a, b) && shared > 0.5 * Math.min(one.top - one.bottom, other.top - other.bottom);
}

function sharesColumn(a: Cell, b: Cell): boolean {
  const [one, other] = [a.placed.segment.extent, b.placed.segment.extent];
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return shared > SAME_COLUMN * Math.min(one.end - one.start, other.end - other.start);
}
