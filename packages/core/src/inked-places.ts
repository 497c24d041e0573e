import { grayOf } from "./barcodes/gray.js";
import { CELL, type Cell, type InkGrid, inkGrid, inkParts } from "./ink-grid.js";
import { type Box, boxAround } from "./model/geometry.js";
import type { Raster } from "./ocr/engine.js";

/** Pixels of the longer side that are enough to see where print stands: a line of 8 pt on a sheet of A4 is 18 high. */
const ENOUGH_PIXELS = 1600;
/** Cells up to which something long is a rule and no print. What is looked at around a cell makes two of them. */
const RULE = 3;
/** Cells from which on it is long. */
const LONG = 25;
/** Cells between two printed ones that are filled: spaces between characters. */
const SPACE = 4;
/** Cells each way up to which something is a speck. */
const SPECK = 3;
/** The share of the picture that may be printed on: more is a photograph of things, not of a document. */
const MAX_SHARE = 0.6;
/** What a place fills of the upright box around it, to be told as that box. */
const MIN_FILL = 0.5;

/**
 * Where something is printed on a picture of a document, told by brightness alone: print that is too smeared to be seen as text
 * stands out from its paper all the same. Empty where paper is not most of the picture.
 *
 * @returns pixels of the raster, upright
 */
export function inkedPlaces(raster: Raster): readonly Box[] {
  const shrink = Math.max(1, Math.round(Math.max(raster.width, raster.height) / ENOUGH_PIXELS));
  const grid = inkGrid(grayOf(raster, shrink));
  const count = grid.cells.reduce((sum, cell) => sum + cell, 0);
  if (count > MAX_SHARE * grid.cells.length) return [];
  const side = CELL * shrink;
  return inkParts(spacesFilled(withoutRules(grid)))
    .flatMap(boxesOf)
    .filter(({ width, height }) => Math.max(width, height) > SPECK)
    .map(({ x, y, width, height }) => ({ x: x * side, y: y * side, width: width * side, height: height * side }));
}

/** Without what is long and thin: rules and frames, which would tie the lines of a table together. */
function withoutRules(grid: InkGrid): InkGrid {
  const [across, down] = [runLengths(grid, 1), runLengths(grid, grid.columns)];
  const isRule = (cell: number) =>
    Math.min(across[cell]!, down[cell]!) <= RULE && Math.max(across[cell]!, down[cell]!) >= LONG;
  return { ...grid, cells: grid.cells.map((isInked, cell) => (isInked === 1 && !isRule(cell) ? 1 : 0)) };
}

/** For every inked cell, how many in a row or a column stand there without a gap. */
function runLengths({ cells, columns, rows }: InkGrid, step: number): Uint16Array {
  const lengths = new Uint16Array(cells.length);
  const length = step === 1 ? columns : rows;
  for (let line = 0; line < cells.length / length; line++) {
    const first = step === 1 ? line * columns : line;
    for (let from = 0, at = 0; at <= length; at++) {
      if (at < length && cells[first + at * step] === 1) continue;
      for (let i = from; i < at; i++) lengths[first + i * step] = at - from;
      from = at + 1;
    }
  }
  return lengths;
}

/** With narrow gaps in a row filled, so that the characters of a line are one place. */
function spacesFilled(grid: InkGrid): InkGrid {
  const cells = grid.cells.slice();
  for (let row = 0; row < grid.rows; row++) {
    let last = Number.NEGATIVE_INFINITY;
    for (let column = 0; column < grid.columns; column++) {
      if (grid.cells[row * grid.columns + column] === 0) continue;
      if (column - last <= SPACE) cells.fill(1, row * grid.columns + last, row * grid.columns + column);
      last = column;
    }
  }
  return { ...grid, cells };
}

/** Few boxes around cells that hold little else: what is slanted, or several lines in one, is halved until it does. */
function boxesOf(cells: readonly Cell[]): Box[] {
  const { x, y, ...size } = boxAround(cells.map(([column, row]) => ({ x: column, y: row })));
  const [width, height] = [size.width + 1, size.height + 1];
  if (cells.length >= MIN_FILL * width * height) return [{ x, y, width, height }];
  const isFirst = ([column, row]: Cell) => (width >= height ? column < x + width / 2 : row < y + height / 2);
  return [cells.filter(isFirst), cells.filter((cell) => !isFirst(cell))].flatMap(boxesOf);
}
