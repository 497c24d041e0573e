import type { Box } from "../model/geometry.js";

/** Bars or modules from which a drawing may be a barcode: the shortest symbols have more. */
const MIN_BARS = 20;
/** Bars and modules are not wider, in points. */
const MAX_BAR = 8;
/** A bar is at most this many times as long as it is wide. */
const MAX_BAR_ASPECT = 60;
/** Modules that touch are often drawn as one: so many, in their width. */
const MAX_JOINED = 12;
/** Blank between neighbours, in the width of the narrower: linear codes have 4 modules at most, rows of matrix codes more. */
const MAX_BLANK = 10;
/** Fewer side by side are the borders of neighbouring cells. */
const MIN_ROW = 3;
/** How far sides that are drawn alike may differ, in points. */
const ALIKE = 0.3;

/** Whether a box is thin enough for a bar or a module of a barcode. */
export function mayBeBar({ width, height }: Box): boolean {
  const [thin, long] = [Math.min(width, height), Math.max(width, height)];
  return thin <= MAX_BAR && long <= MAX_BAR_ASPECT * thin;
}

/**
 * Whether drawn bars stand as those of a barcode do, linear or matrix: alike and close side by side. The rules of a table are
 * as thin, but far apart.
 *
 * @param bars that {@link mayBeBar}, in points
 */
export function mayBeSymbol(bars: readonly Box[]): boolean {
  if (bars.length < MIN_BARS) return false;
  const turned = bars.map(({ x, y, width, height }) => ({ x: y, y: x, width: height, height: width }));
  return barsInRows(bars) >= MIN_BARS || barsInRows(turned) >= MIN_BARS;
}

/** How many stand in rows from left to right. */
function barsInRows(bars: readonly Box[]): number {
  const rows = new Map<string, Box[]>();
  for (const bar of bars) {
    if (bar.width > MAX_JOINED * bar.height) continue;
    const key = `${Math.round(bar.y / ALIKE)} ${Math.round(bar.height / ALIKE)}`;
    const row = rows.get(key);
    if (row) row.push(bar);
    else rows.set(key, [bar]);
  }
  let count = 0;
  for (const row of rows.values()) for (const length of runsIn(row)) if (length >= MIN_ROW) count += length;
  return count;
}

/** The lengths of the runs of a row whose members stand close to one another. */
function runsIn(row: Box[]): number[] {
  row.sort((a, b) => a.x - b.x);
  const lengths = [1];
  for (const [index, bar] of row.entries()) {
    const before = row[index - 1];
    if (!before) continue;
    const thin = Math.min(thicknessOf(before), thicknessOf(bar));
    if (bar.x - before.x - before.width <= MAX_BLANK * thin) lengths[lengths.length - 1]!++;
    else lengths.push(1);
  }
  return lengths;
}

function thicknessOf({ width, height }: Box): number {
  return Math.min(width, height);
}
