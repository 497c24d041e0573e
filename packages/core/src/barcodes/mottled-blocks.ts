import { CELL, type Cell, inkGrid, inkParts } from "../ink-grid.js";
import { cropBox } from "../ocr/crop-box.js";
import type { Raster } from "../ocr/engine.js";
import { convexHull, enlarged, smallestBox, type TurnedBox } from "../ocr/turned-box.js";
import { grayOf } from "./gray.js";

/** Pixels of the longer side at which blocks are looked for; a second look at a quarter of it sees those of large modules. */
const SIDES = [1600, 400] as const;
/** Cells of the shorter side of a block: a symbol of ten modules of three pixels. */
const MIN_CELLS = 8;
/** What a block fills of its box. Print and drawings leave more of theirs empty. */
const MIN_FILL = 0.82;
/** How much longer than high: symbols are square, and may be cut, or stacks of rows (PDF417). */
const SQUARE = 2;
const MAX_STACK = 6;
/** Parts of a block's shorter side, each of which holds dark and light. */
const PARTS = 5;
/** Pixels each part is looked at with, each way: as many as there are, so that the gaps between lines of print are seen. */
const PART_SIDE = { least: 20, most: 80 };
/** The mean of a row or a column of pixels that is nothing but paper, or nothing but ground: lines of print have such between them. */
const EMPTY = 0.05;
/** The share of the sides where a symbol has such, too: the solid sides of a DataMatrix. */
const EDGE = 0.12;
/** The share of the parts that must be mottled: stains, pens and glare lie on some. */
const MIN_MOTTLED = 0.7;
/** How far from dark (0) and light (1) the mean of a part is. */
const MEAN = { least: 0.12, most: 0.88 };
/** Deviation within a part, in shares of the range from dark to light. */
const MIN_DEVIATION = 0.12;
/** Grey levels from dark to light. */
const MIN_RANGE = 30;
/** Changes from dark to light and back along a way as long as the block is high, both ways: strokes of characters are fewer. */
const MIN_CHANGES = 5.5;
/** The same along the rows of a stack, whose bars stand closer than the strokes of print. */
const MIN_STACK_CHANGES = 10;
/**
 * Where a symbol is blurred its modules run together. Then it is told by being large and mottled in nearly all parts: how large, in
 * shares of the picture's longer side, how mottled, and the changes that are left.
 */
const BLURRED = {
  square: { side: 1 / 24, mottled: 0.85, changes: 2.4 },
  stack: { side: 1 / 12, mottled: 0.95, changes: 3.3 },
};

/**
 * Blocks that are dark and light all over, as symbols of modules are where they cannot be decoded: blurred, stained, crossed out
 * or cut. Without margins; pixels of the raster.
 */
export function mottledBlocks(raster: Raster): readonly TurnedBox[] {
  const found: TurnedBox[] = [];
  for (const side of SIDES) {
    const shrink = Math.max(1, Math.round(Math.max(raster.width, raster.height) / side));
    const gray = grayOf(raster, shrink);
    for (const part of inkParts(inkGrid(gray))) {
      const box = blockOf(part);
      if (box && isMottled(raster, enlarged(box, shrink))) found.push(enlarged(box, shrink));
    }
  }
  return found;
}

/** The box of a part that is as compact as a symbol, without what the grid looks at around each cell. */
function blockOf(part: readonly Cell[]): TurnedBox | undefined {
  if (part.length < MIN_CELLS * MIN_CELLS) return undefined;
  const corners = part.flatMap(([x, y]) => [x, x + 1].flatMap((px) => [y, y + 1].map((py) => ({ x: px, y: py }))));
  const { center, angle, ...size } = smallestBox(convexHull(corners));
  const [least, most] = [Math.min(size.width, size.height), Math.max(size.width, size.height)];
  if (least < MIN_CELLS || most > MAX_STACK * least || part.length < MIN_FILL * least * most) return undefined;
  const inner = { center, angle, width: size.width - 1, height: size.height - 1 };
  return enlarged(inner, CELL);
}

function isMottled(raster: Raster, box: TurnedBox): boolean {
  const lying =
    box.width >= box.height ? box : { ...box, width: box.height, height: box.width, angle: box.angle + Math.PI / 2 };
  const aspect = lying.width / lying.height;
  const side = Math.min(PART_SIDE.most, Math.max(PART_SIDE.least, Math.round(lying.height / PARTS)));
  const [width, height] = [Math.round(PARTS * aspect) * side, PARTS * side];
  const { data } = grayOf(cropBox(raster, lying, { width, height }));
  const sorted = data.toSorted();
  const [dark, light] = [sorted[Math.floor(sorted.length * 0.05)]!, sorted[Math.floor(sorted.length * 0.95)]!];
  const range = light - dark;
  if (range < MIN_RANGE) return false;
  const levels = Float32Array.from(data, (level) => (level - dark) / range);
  const isSquare = aspect <= SQUARE;
  // The first and the last bars of a stack run through all of its rows.
  if (hasGap(levels, width, height, 1) || (isSquare && hasGap(levels, width, height, width))) return false;
  const along = meanChanges(levels, width, height, 1) / aspect;
  const across = meanChanges(levels, width, height, width);
  const changes = isSquare ? Math.min(along, across) : along;
  const blurred = BLURRED[isSquare ? "square" : "stack"];
  const mottled = mottledShare(levels, width, side);
  if (changes >= (isSquare ? MIN_CHANGES : MIN_STACK_CHANGES)) return mottled >= MIN_MOTTLED;
  const isLarge = lying.height >= blurred.side * Math.max(raster.width, raster.height);
  return isLarge && mottled >= blurred.mottled && changes >= blurred.changes;
}

/** How often brightness crosses the middle along a line of pixels, back and forth, in the mean of all lines. */
function meanChanges(levels: Float32Array, width: number, height: number, step: number): number {
  const [lines, length] = step === 1 ? [height, width] : [width, height];
  let changes = 0;
  for (let line = 0; line < lines; line++) {
    const first = step === 1 ? line * width : line;
    let isDark: boolean | undefined;
    for (let at = 0; at < length; at++) {
      const level = levels[first + at * step]!;
      if (Math.abs(level - 0.5) < HYSTERESIS || level < 0.5 === isDark) continue;
      if (isDark !== undefined) changes++;
      isDark = level < 0.5;
    }
  }
  return changes / lines;
}

/** Closer to the middle than this it is neither dark nor light. */
const HYSTERESIS = 0.06;

/** Whether a line of pixels well inside is empty: print has such, symbols have none. */
function hasGap(levels: Float32Array, width: number, height: number, step: number): boolean {
  const [lines, length] = step === 1 ? [height, width] : [width, height];
  for (let line = Math.ceil(EDGE * lines); line < (1 - EDGE) * lines; line++) {
    const first = step === 1 ? line * width : line;
    let sum = 0;
    for (let at = 0; at < length; at++) sum += levels[first + at * step]!;
    if (sum >= (1 - EMPTY) * length || sum <= EMPTY * length) return true;
  }
  return false;
}

/** The share of the parts, so many pixels each way, that hold dark and light in like measure. */
function mottledShare(levels: Float32Array, width: number, side: number): number {
  const columns = width / side;
  const count = levels.length / side ** 2;
  let mottled = 0;
  for (let part = 0; part < count; part++) {
    const [left, top] = [(part % columns) * side, Math.floor(part / columns) * side];
    let [sum, squares] = [0, 0];
    for (let y = top; y < top + side; y++)
      for (let x = left; x < left + side; x++) {
        const level = levels[y * width + x]!;
        sum += level;
        squares += level * level;
      }
    const mean = sum / side ** 2;
    const deviation = Math.sqrt(squares / side ** 2 - mean * mean);
    if (mean >= MEAN.least && mean <= MEAN.most && deviation >= MIN_DEVIATION) mottled++;
  }
  return mottled / count;
}
