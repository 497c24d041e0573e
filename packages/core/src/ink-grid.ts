import type { GrayPicture } from "./barcodes/gray.js";

/** Pixels of a side of a cell. */
export const CELL = 4;

/** Cells of a picture, row-major: 1 where something is printed. */
export interface InkGrid {
  readonly cells: Uint8Array;
  readonly columns: number;
  readonly rows: number;
}

/** A cell by its place in the grid. */
export type Cell = readonly [column: number, row: number];

/** Grey levels that brightness differs by around a cell, at least, where something is printed: smeared print is faint. */
const MIN_RANGE = 18;
/** And in what is usual on the picture, which is paper: its texture, noise and guilloche differ as well. */
const MIN_TIMES_USUAL = 2.5;

/** Cells around which brightness differs by more than it does on paper. */
export function inkGrid(picture: GrayPicture): InkGrid {
  const [columns, rows] = [Math.ceil(picture.width / CELL), Math.ceil(picture.height / CELL)];
  const { darkest, lightest } = extremes(picture, columns, rows);
  const grid = { columns, rows };
  const [least, most] = [spread(darkest, grid, Math.min), spread(lightest, grid, Math.max)];
  const ranges = most.map((light, cell) => light - least[cell]!);
  const enough = Math.max(MIN_RANGE, MIN_TIMES_USUAL * ranges.toSorted()[ranges.length >> 1]!);
  return { cells: ranges.map((range) => (range >= enough ? 1 : 0)), ...grid };
}

/** The darkest and the lightest pixel of each cell. */
function extremes({ data, width, height }: GrayPicture, columns: number, rows: number) {
  const darkest = new Uint8Array(columns * rows).fill(255);
  const lightest = new Uint8Array(columns * rows);
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / CELL) * columns;
    for (let x = 0; x < width; x++, at++) {
      const cell = row + Math.floor(x / CELL);
      const level = data[at]!;
      if (level < darkest[cell]!) darkest[cell] = level;
      if (level > lightest[cell]!) lightest[cell] = level;
    }
  }
  return { darkest, lightest };
}

/** What `of` makes of each cell and the eight around it, first along the rows, then along the columns. */
function spread(
  values: Uint8Array,
  { columns, rows }: Pick<InkGrid, "columns" | "rows">,
  of: (a: number, b: number, c: number) => number,
): Uint8Array {
  const along = values.map((value, at) => {
    const column = at % columns;
    return of(column > 0 ? values[at - 1]! : value, value, column + 1 < columns ? values[at + 1]! : value);
  });
  return along.map((value, at) =>
    of(
      at >= columns ? along[at - columns]! : value,
      value,
      at + columns < columns * rows ? along[at + columns]! : value,
    ),
  );
}

/** Groups of cells that touch, by side or corner. */
export function inkParts({ cells, columns, rows }: InkGrid): Cell[][] {
  const open = cells.slice();
  const parts: Cell[][] = [];
  for (let start = 0; start < open.length; start++) {
    if (open[start] === 0) continue;
    const part: Cell[] = [[start % columns, Math.floor(start / columns)]];
    open[start] = 0;
    for (const [column, row] of part)
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          if (open[y * columns + x] === 0) continue;
          open[y * columns + x] = 0;
          part.push([x, y]);
        }
    parts.push(part);
  }
  return parts;
}
