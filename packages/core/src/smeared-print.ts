import { type Box, boxAround, type Point, type Quad, quadOfBox } from "./model/geometry.js";
import type { Raster } from "./ocr/engine.js";

/** A right-angled place that shows paper at its upper and lower edge, and maybe print in between. */
export interface PrintPlace {
  readonly quad: Quad;
  /** Of a line that would be printed there, in the quad's unit. */
  readonly lineHeight: number;
}

/** Cells to a line's height. */
const CELLS = 4;
/** Samples to a side of a cell. */
const SAMPLES = 4;
/** Levels, of 255, that a cell of print differs from the paper above and below it, at least: print that was blurred does by 40. */
const MIN_DIFFERENCE = 12;
/** Cells above each other that differ where print stands; a rule makes two. */
const MIN_ROWS = 3;
/** Columns without print that stand between two of one value. */
const MAX_SPACE = 5;
/** Columns in a row that print takes, at least: a stroke or the rule of a table takes two. */
const MIN_COLUMNS = 3;
/** Brightest, of 255, that a lossy format leaves of black. */
const BLACK = 48;
/** Pixels beside what is known that are of its edge. */
const EDGE = 3;

/**
 * What is printed in a place, as a quad that lies as the place does; undefined where nothing is. Told by brightness alone: print
 * that is too smeared to be seen as text is darker, or lighter, than the paper around it all the same.
 *
 * @param place pixels of the raster
 * @param known pixels of the raster; what stands in one of them does not count
 */
export function smearedPrint(
  raster: Raster,
  { quad, lineHeight }: PrintPlace,
  known: readonly Quad[],
): Quad | undefined {
  const [origin, right, , bottom] = quad;
  const cell = lineHeight / CELLS;
  const columns = Math.floor(distance(origin, right) / cell);
  const rows = Math.floor(distance(origin, bottom) / cell);
  if (columns < MIN_COLUMNS || rows < MIN_ROWS + 2) return undefined;
  const boxes = known.map(boxAround).filter((box) => meet(box, boxAround(quad)));
  const at = (across: number, down: number): Point => ({
    x: origin.x + across * (right.x - origin.x) + down * (bottom.x - origin.x),
    y: origin.y + across * (right.y - origin.y) + down * (bottom.y - origin.y),
  });
  const levels = (column: number, row: number): number[] =>
    SAMPLE_STEPS.flatMap((down) =>
      SAMPLE_STEPS.flatMap((across) => {
        const level = levelAt(raster, at((column + across) / columns, (row + down) / rows), boxes);
        return level === undefined ? [] : [level];
      }),
    );
  const inked = Array.from({ length: columns }, (_, column) => inkedRows(column, rows, levels));
  const printed = withoutStrokes(inked.map(({ length }) => length > 0));
  const [first, last] = [printed.indexOf(true), printed.lastIndexOf(true)];
  if (first < 0) return undefined;
  const own = inked.flatMap((all, column) => (printed[column] ? all : []));
  const [top, end] = [Math.min(...own), Math.max(...own) + 1];
  const part: Box = {
    x: first / columns,
    y: top / rows,
    width: (last + 1 - first) / columns,
    height: (end - top) / rows,
  };
  return quadOfBox(part).map(({ x, y }) => at(x, y)) as unknown as Quad;
}

/** In shares of a cell's side. */
const SAMPLE_STEPS = Array.from({ length: SAMPLES }, (_, step) => (step + 0.5) / SAMPLES);

/** The rows of a column that are no paper, so many above each other that they are no rule. */
function inkedRows(column: number, rows: number, levels: (column: number, row: number) => number[]): number[] {
  const edges = [levels(column, 0), levels(column, rows - 1)].filter((edge) => edge.length > 0);
  if (edges.length === 0) return [];
  // A rule may lie on one of them.
  const papers = edges.map(median);
  const least = Math.max(MIN_DIFFERENCE, ...edges.map(unevenness));
  const isInked = (row: number): boolean => {
    const own = levels(column, row);
    // Under a black box nothing is left.
    return own.some((level) => level > BLACK) && papers.every((paper) => Math.abs(mean(own) - paper) >= least);
  };
  const found = Array.from({ length: rows - 2 }, (_, index) => index + 1).filter(isInked);
  const isTall = (row: number) => STARTS.some((start) => TALL.every((step) => found.includes(row + start + step)));
  return found.filter(isTall);
}

/** Rows above each other, and where they start so that a row is among them. */
const TALL = Array.from({ length: MIN_ROWS }, (_, step) => step);
const STARTS = TALL.map((step) => -step);

/** With what stands near print filled up, and without what is too narrow to be print. */
function withoutStrokes(printed: readonly boolean[]): boolean[] {
  const parts: { start: number; end: number; count: number }[] = [];
  for (const [column, isPrinted] of printed.entries()) {
    const last = parts.at(-1);
    if (!isPrinted) continue;
    if (!last || column - last.end > MAX_SPACE) parts.push({ start: column, end: column + 1, count: 1 });
    else [last.end, last.count] = [column + 1, last.count + 1];
  }
  const print = parts.filter(({ count }) => count >= MIN_COLUMNS);
  return printed.map((_, column) => print.some(({ start, end }) => column >= start && column < end));
}

function levelAt({ data, width, height }: Raster, point: Point, known: readonly Box[]): number | undefined {
  const [x, y] = [Math.floor(point.x), Math.floor(point.y)];
  if (x < 0 || y < 0 || x >= width || y >= height || known.some((box) => isNear(box, point))) return undefined;
  const at = (y * width + x) * 3;
  return (data[at]! * 2 + data[at + 1]! * 5 + data[at + 2]!) / 8;
}

function isNear({ x, y, width, height }: Box, point: Point): boolean {
  return point.x >= x - EDGE && point.x <= x + width + EDGE && point.y >= y - EDGE && point.y <= y + height + EDGE;
}

function meet(a: Box, b: Box): boolean {
  return (
    a.x - EDGE < b.x + b.width &&
    b.x - EDGE < a.x + a.width &&
    a.y - EDGE < b.y + b.height &&
    b.y - EDGE < a.y + a.height
  );
}

/** The middle half of levels lies within this much: what texture and noise make of paper, but no rule on it. */
function unevenness(levels: readonly number[]): number {
  const sorted = levels.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.75)]! - sorted[Math.floor(sorted.length * 0.25)]!;
}

function median(levels: readonly number[]): number {
  return levels.toSorted((a, b) => a - b)[levels.length >> 1]!;
}

function mean(levels: readonly number[]): number {
  return levels.reduce((sum, level) => sum + level, 0) / levels.length;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
