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

function isMottled(brightness: readonly number[]): boolean {
  const sorted = brightness.toSorted((a, b) => a - b);
  const [dark, light] = [sorted[Math.floor(sorted.length * 0.1)]!, sorted[Math.floor(sorted.length * 0.9)]!];
  if (light - dark < MIN_CONTRAST * light) return false;
  const middle = (dark + light) / 2;
  const share = sorted.filter((value) => value < middle).length / sorted.length;
  return share >= DARK.least && share <= DARK.most;
}
