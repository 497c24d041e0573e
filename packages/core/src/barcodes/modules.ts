import { cropBox } from "../ocr/crop-box.js";
import type { Raster } from "../ocr/engine.js";
import type { TurnedBox } from "../ocr/turned-box.js";
import { grayOf } from "./gray.js";

/** Cells each way into which a symbol is parted: each holds several modules of the smallest symbols. */
const CELLS = 5;
/** Pixels each way that a cell is looked at with. */
const CELL_SIDE = 16;
/** What share of the brightness of its light modules the dark ones of a cell lack at least. */
const MIN_CONTRAST = 0.15;
/** The share of dark modules: symbols are masked or coded so that it is near a half everywhere. Print has less. */
const DARK = { least: 0.2, most: 0.8 };
/** The share of the cells that must look so; fewer than all, for stains and glare. */
const MIN_CELLS = 0.6;

/** Whether a place is mottled all over, as symbols of modules are, and print, bars and frames are not. */
export function looksLikeModules(raster: Raster, box: TurnedBox): boolean {
  const side = CELLS * CELL_SIDE;
  const { data } = grayOf(cropBox(raster, box, { width: side, height: side }));
  let mottled = 0;
  for (let cell = 0; cell < CELLS * CELLS; cell++) {
    const [left, top] = [(cell % CELLS) * CELL_SIDE, Math.floor(cell / CELLS) * CELL_SIDE];
    const rows = Array.from({ length: CELL_SIDE }, (_, row) => {
      const from = (top + row) * side + left;
      return [...data.subarray(from, from + CELL_SIDE)];
    });
    if (isMottled(rows.flat())) mottled++;
  }
  return mottled >= MIN_CELLS * CELLS * CELLS;
}

/** How much of a solid side of a DataMatrix is dark at least, and of a dashed one at most; half a side is both when worn. */
const SOLID = 0.75;
const DASHED = 0.8;
/** Rows of a hundred in which a side is looked for: corners are estimated. */
const SIDE_ROWS = 6;
const SIDE_LENGTH = 100;

/** Whether two sides that meet are solid and the others dashed (ISO/IEC 16022, 4.1), dark on light or light on dark. */
export function hasDataMatrixSides(raster: Raster, box: TurnedBox): boolean {
  const { data } = grayOf(cropBox(raster, box, { width: SIDE_LENGTH, height: SIDE_LENGTH }));
  const sorted = data.toSorted();
  const middle = (sorted[Math.floor(sorted.length * 0.05)]! + sorted[Math.floor(sorted.length * 0.95)]!) / 2;
  return [(value: number) => value < middle, (value: number) => value >= middle].some((isInk) => {
    const shares = SIDES.map((at) => solidity((along, inside) => isInk(data[at(along, inside)]!)));
    return shares.some((share, side) => {
      const [next, third, fourth] = [1, 2, 3].map((step) => shares[(side + step) % SIDES.length]!);
      return share >= SOLID && next! >= SOLID && third! <= DASHED && fourth! <= DASHED;
    });
  });
}

/** The index of the pixel so far along a side, so far inside of it: top, right, bottom, left. */
const SIDES: readonly ((along: number, inside: number) => number)[] = [
  (along, inside) => inside * SIDE_LENGTH + along,
  (along, inside) => along * SIDE_LENGTH + SIDE_LENGTH - 1 - inside,
  (along, inside) => (SIDE_LENGTH - 1 - inside) * SIDE_LENGTH + along,
  (along, inside) => along * SIDE_LENGTH + inside,
];

/** The share of ink in the row along a side that has most of it. */
function solidity(isInk: (along: number, inside: number) => boolean): number {
  const rows = Array.from({ length: SIDE_ROWS }, (_, inside) => {
    const ink = Array.from({ length: SIDE_LENGTH }, (_, along) => isInk(along, inside)).filter(Boolean);
    return ink.length / SIDE_LENGTH;
  });
  return Math.max(...rows);
}

function isMottled(brightness: readonly number[]): boolean {
  const sorted = brightness.toSorted((a, b) => a - b);
  const [dark, light] = [sorted[Math.floor(sorted.length * 0.1)]!, sorted[Math.floor(sorted.length * 0.9)]!];
  if (light - dark < MIN_CONTRAST * light) return false;
  const middle = (dark + light) / 2;
  const share = sorted.filter((value) => value < middle).length / sorted.length;
  return share >= DARK.least && share <= DARK.most;
}
