import type { Box } from "../model/geometry.js";

/** Something on a page that may be a picture of text, and how much speaks for it. */
export interface Shape {
  readonly box: Box;
  /** Points of outline; a picture has more than any threshold. */
  readonly weight: number;
}

/** Cells to a side of the grid that shapes are marked on. */
const CELLS = 160;
/** No cell is smaller, in points: about a character. */
const MIN_CELL = 5;
/** A group of shapes this small, in points, holds no text that anybody could read. */
const MIN_WIDTH = 8;
const MIN_HEIGHT = 4;

/** Boxes around groups of shapes that touch one another, where a group's weight is enough. Linear in the number of shapes. */
export function coveredBoxes(shapes: readonly Shape[], page: { width: number; height: number }, enough: number): Box[] {
  if (!(page.width > 0 && page.height > 0 && page.width + page.height < Infinity)) return [];
  const cell = Math.max(MIN_CELL, Math.max(page.width, page.height) / CELLS);
  const columns = Math.ceil(page.width / cell) + 1;
  const rows = Math.ceil(page.height / cell) + 1;
  const weights = new Float64Array(columns * rows);
  for (const { box, weight } of shapes) {
    const [left, right] = [column(box.x, cell, columns), column(box.x + box.width, cell, columns)];
    const [top, bottom] = [column(box.y, cell, rows), column(box.y + box.height, cell, rows)];
    const share = weight / ((right - left + 1) * (bottom - top + 1));
    for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) weights[y * columns + x]! += share;
  }
  return groupsOf(weights, columns)
    .filter(({ weight }) => weight >= enough)
    .map(({ left, top, right, bottom }) => clipped(left, top, right + 1, bottom + 1, cell, page))
    .filter(({ width, height }) => width >= MIN_WIDTH && height >= MIN_HEIGHT);
}

function column(at: number, cell: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(at / cell)));
}

interface Group {
  weight: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function groupsOf(weights: Float64Array, columns: number): Group[] {
  const groups: Group[] = [];
  const left = weights.slice();
  for (let start = 0; start < left.length; start++) {
    if (left[start] === 0) continue;
    const group: Group = { weight: 0, left: columns, top: Infinity, right: 0, bottom: 0 };
    const waiting = [start];
    while (waiting.length > 0) {
      const at = waiting.pop()!;
      if (!(left[at]! > 0)) continue;
      group.weight += left[at]!;
      left[at] = 0;
      const [x, y] = [at % columns, Math.floor(at / columns)];
      group.left = Math.min(group.left, x);
      group.right = Math.max(group.right, x);
      group.top = Math.min(group.top, y);
      group.bottom = Math.max(group.bottom, y);
      waiting.push(...neighbours(at, x, columns));
    }
    groups.push(group);
  }
  return groups;
}

function neighbours(at: number, x: number, columns: number): number[] {
  const across = [0, ...(x > 0 ? [-1] : []), ...(x < columns - 1 ? [1] : [])];
  return [-columns, 0, columns].flatMap((down) => across.map((step) => at + down + step));
}

function clipped(
  left: number,
  top: number,
  right: number,
  bottom: number,
  cell: number,
  page: { width: number; height: number },
): Box {
  const [x, y] = [left * cell, top * cell];
  return { x, y, width: Math.min(right * cell, page.width) - x, height: Math.min(bottom * cell, page.height) - y };
}
