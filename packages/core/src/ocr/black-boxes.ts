import type { Point, Quad } from "../model/geometry.js";
import type { OcrLine, Raster } from "./engine.js";

/** What a box stands for in a page's text, once for every square of it. */
const BLOCK = "█";
/** Side of the cells that are looked at, pixels. */
const CELL = 4;
/** Brightest a covered pixel may be; lossy formats ring beside white paper. */
const MAX_LIGHT = 48;
/** A box is at least so high, in cells: lower ones are rules. */
const MIN_HEIGHT = 3;
/** And at least so wide, in its own heights. */
const MIN_ASPECT = 1.2;
/** A box fills this part of the upright rectangle around it, slanted by some degrees; letters and frames fill less. */
const MIN_FILL = 0.45;
/** A higher one is a dark background, in parts of the picture's longer side. */
const MAX_HEIGHT = 0.1;
/** What a box covers cannot be read; that something is covered can. */
const CERTAIN = 1;

/**
 * Solid black bars, as earlier redactions leave them, as lines of blocks: so that the label beside one keeps its value and
 * does not take the next words for it.
 */
export function blackBoxes(raster: Raster): OcrLine[] {
  const columns = Math.floor(raster.width / CELL);
  const rows = Math.floor(raster.height / CELL);
  const dark = darkCells(raster, columns, rows);
  const boxes: OcrLine[] = [];
  for (let start = 0; start < dark.length; start++) {
    if (dark[start] === 0) continue;
    const cells = takeBlob(dark, columns, start);
    const line = lineOf(cells, columns, MAX_HEIGHT * Math.max(columns, rows));
    if (line) boxes.push(line);
  }
  return boxes;
}

/** 1 for every cell whose corners and middle are black. */
function darkCells({ data, width }: Raster, columns: number, rows: number): Uint8Array {
  const dark = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = (row * width + column) * CELL;
      const isDark = PROBES.every(([x, y]) => isBlack(data, (at + y * width + x) * 3));
      if (isDark) dark[row * columns + column] = 1;
    }
  }
  return dark;
}

const PROBES = [
  [0, 0],
  [CELL - 1, 0],
  [CELL / 2, CELL / 2],
  [0, CELL - 1],
  [CELL - 1, CELL - 1],
] as const;

function isBlack(data: Uint8Array, at: number): boolean {
  return data[at]! <= MAX_LIGHT && data[at + 1]! <= MAX_LIGHT && data[at + 2]! <= MAX_LIGHT;
}

/** The cells that hang together with one; they are taken out of the grid. */
function takeBlob(dark: Uint8Array, columns: number, start: number): number[] {
  const cells = [start];
  dark[start] = 0;
  for (let next = 0; next < cells.length; next++) {
    const cell = cells[next]!;
    const column = cell % columns;
    for (const neighbour of [
      cell - columns,
      cell + columns,
      column > 0 ? cell - 1 : -1,
      column + 1 < columns ? cell + 1 : -1,
    ]) {
      if (neighbour < 0 || neighbour >= dark.length || dark[neighbour] === 0) continue;
      dark[neighbour] = 0;
      cells.push(neighbour);
    }
  }
  return cells;
}

function lineOf(cells: readonly number[], columns: number, maxHeight: number): OcrLine | undefined {
  const [left, right] = extent(cells, (cell) => cell % columns);
  const [top, bottom] = extent(cells, (cell) => Math.floor(cell / columns));
  const [width, height] = [right - left + 1, bottom - top + 1];
  const thickness = cells.length / width;
  const isBar = thickness >= MIN_HEIGHT && thickness <= maxHeight && width >= MIN_ASPECT * thickness;
  if (!isBar || cells.length < MIN_FILL * width * height) return undefined;
  const middleAt = (column: number) => {
    const inColumn = cells.filter((cell) => cell % columns === column);
    return inColumn.reduce((sum, cell) => sum + Math.floor(cell / columns), 0) / inColumn.length + 0.5;
  };
  return blocksAlong({ x: left, y: middleAt(left) }, { x: right + 1, y: middleAt(right) }, thickness);
}

function extent(cells: readonly number[], of: (cell: number) => number): [least: number, greatest: number] {
  let [least, greatest] = [Infinity, -Infinity];
  for (const cell of cells) [least, greatest] = [Math.min(least, of(cell)), Math.max(greatest, of(cell))];
  return [least, greatest];
}

/** A line of blocks along the middle of a bar; points and thickness in cells. */
function blocksAlong(from: Point, to: Point, thickness: number): OcrLine {
  const count = Math.max(1, Math.round((to.x - from.x) / thickness));
  const edge = (share: number, side: 1 | -1): Point => ({
    x: (from.x + (to.x - from.x) * share) * CELL,
    y: (from.y + (to.y - from.y) * share + (side * thickness) / 2) * CELL,
  });
  const quad = (start: number, end: number): Quad => [edge(start, -1), edge(end, -1), edge(end, 1), edge(start, 1)];
  const chars = Array.from({ length: count }, (_, index) => ({
    text: BLOCK,
    confidence: CERTAIN,
    quad: quad(index / count, (index + 1) / count),
  }));
  return { text: BLOCK.repeat(count), confidence: CERTAIN, quad: quad(0, 1), chars };
}
