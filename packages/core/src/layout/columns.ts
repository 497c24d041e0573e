import { isOnlyLabels } from "./label-words.js";
import type { Piece } from "./piece.js";
import type { Row } from "./rows.js";

/** A gap is a gutter only where it is at least this wide, in heights. */
const MIN_GUTTER = 1;
/** Rows that must have text on both sides. Two may stand side by side by chance. */
const MIN_ROWS = 3;
/** Cells of a table are read along their row; columns of text are at least this many heights wide. */
const MIN_TEXT_WIDTH = 5;
/** More rows than this that have several pieces, of all, make it a table. */
const MAX_SPLIT_ROWS = 0.4;
/** A blank this high, in heights, ends a column. */
const MAX_BLANK = 2;
/** And this one where text goes on in one column only. */
const MAX_BLANK_IN_TAIL = 1.2;

/** Rows in reading order: where a wide gap runs down through several rows of text, the left column before the right one. */
export function inReadingOrder(rows: readonly Row[]): Row[] {
  const ordered: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const gutter = gutterFrom(rows, at);
    if (!gutter) {
      ordered.push(rows[at]!);
      at++;
      continue;
    }
    const [left, right] = sidesOf(rows.slice(at, gutter.end), gutter.middle);
    ordered.push(...inReadingOrder(left), ...inReadingOrder(right));
    at = gutter.end;
  }
  return ordered;
}

interface Gutter {
  readonly middle: number;
  /** Index after the last row that it runs through. */
  readonly end: number;
}

/** The widest gap of a row that goes on below, as far as it parts text. */
function gutterFrom(rows: readonly Row[], start: number): Gutter | undefined {
  const row = rows[start]!;
  const gaps = row.slice(1).map((right, index) => ({ left: row[index]!, right }));
  for (const { left, right } of gaps.sort((a, b) => b.right.left - b.left.right - (a.right.left - a.left.right))) {
    const gutter = extended(rows, start, left, right);
    for (let end = gutter?.end ?? 0; gutter && end - start >= MIN_ROWS; end--) {
      const spanned = rows.slice(start, end);
      if (isOfText(spanned.at(-1)!, gutter.middle) && separatesText(spanned, gutter.middle)) return { ...gutter, end };
    }
  }
  return undefined;
}

/** The gap between two pieces, followed down as far as it stays open. */
function extended(rows: readonly Row[], start: number, left: Piece, right: Piece): Gutter | undefined {
  let [from, to] = [left.right, right.left];
  const width = MIN_GUTTER * Math.min(left.height, right.height);
  let end = start;
  for (; end < rows.length; end++) {
    if (end > start && blankBetween(rows[end - 1]!, rows[end]!) > MAX_BLANK * left.height) break;
    let [narrowFrom, narrowTo] = [from, to];
    for (const piece of rows[end]!) {
      if ((piece.left + piece.right) / 2 < (from + to) / 2) narrowFrom = Math.max(narrowFrom, piece.right);
      else narrowTo = Math.min(narrowTo, piece.left);
    }
    if (narrowTo - narrowFrom < width) break;
    [from, to] = [narrowFrom, narrowTo];
  }
  const middle = (from + to) / 2;
  end = start + withoutTail(rows.slice(start, end), middle).length;
  return end - start < MIN_ROWS ? undefined : { middle, end };
}

/** Rows up to the first blank after which only one side goes on: what stands there belongs to neither column. */
function withoutTail(rows: readonly Row[], middle: number): readonly Row[] {
  const last = rows.findLastIndex((row) => sidesOf([row], middle).every(({ length }) => length > 0));
  const tail = rows.findIndex(
    (row, index) =>
      index > Math.max(last, 0) && blankBetween(rows[index - 1]!, row) > MAX_BLANK_IN_TAIL * row[0]!.height,
  );
  return tail < 0 ? rows : rows.slice(0, tail);
}

/** Text on both sides, and not labels with their values beside them. */
function separatesText(rows: readonly Row[], middle: number): boolean {
  const [left, right] = sidesOf(rows, middle);
  if (left.length < MIN_ROWS || right.length < MIN_ROWS) return false;
  const labels = left.filter((row) => isOnlyLabels(row.at(-1)!.line.text)).length;
  return labels * 2 < left.length && isText(left) && isText(right);
}

/** Whether a row has one piece at most on either side: several are a table's. */
function isOfText(row: Row, middle: number): boolean {
  return sidesOf([row], middle).every((side) => side.flat().length <= 1);
}

function isText(rows: readonly Row[]): boolean {
  const isTable = rows.filter(({ length }) => length > 1).length > rows.length * MAX_SPLIT_ROWS;
  if (isTable) return false;
  const widths = rows.flat().map(({ left, right, height }) => (right - left) / height);
  widths.sort((a, b) => a - b);
  return widths[widths.length >> 1]! >= MIN_TEXT_WIDTH;
}

function sidesOf(rows: readonly Row[], middle: number): [Row[], Row[]] {
  const isLeft = ({ left, right }: Piece): boolean => (left + right) / 2 < middle;
  const left = rows.map((row) => row.filter(isLeft));
  const right = rows.map((row) => row.filter((piece) => !isLeft(piece)));
  return [left.filter(({ length }) => length > 0), right.filter(({ length }) => length > 0)];
}

function blankBetween(above: Row, below: Row): number {
  return Math.min(...below.map(({ top }) => top)) - Math.max(...above.map(({ bottom }) => bottom));
}
