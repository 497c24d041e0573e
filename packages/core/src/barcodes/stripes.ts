import { convexHull, smallestBox, type TurnedBox } from "../ocr/turned-box.js";
import type { GrayPicture } from "./gray.js";
import { straighten } from "./straighten.js";

/** Pixels of a side of the squares whose stripes are measured: holds a few bars, and fits into a low symbol. */
const CELL = 12;
/** Every so many rows of a square are measured: they are much alike. */
const ROW_STEP = 2;
/** Grey levels that brightness changes from pixel to pixel in a square with bars, root mean square. */
const MIN_CHANGE = 10;
/** How much of the change runs one way, 0 to 1: first bars are looked for, then the rows of PDF417; letters have less. */
const COHERENCES = [0.8, 0.5] as const;
/** Radians by which a square may differ from the mean of the patch it joins. */
const SAME_DIRECTION = 0.25;
/** Squares in the smallest patch that is looked at more closely. */
const MIN_CELLS = 8;
/** From which share of the area on the box along the base is preferred to the one along the bars. */
const LEANING_SHARE = 0.85;
/** The share of a patch's box that its squares fill. */
const MIN_FILL = 0.5;

/** What the stripes in one square are like. */
interface Cell {
  /** Radians, the direction across the stripes, from -π/2 to π/2. */
  readonly angle: number;
  /** 0 to 1. */
  readonly coherence: number;
  readonly change: number;
}

/** A patch of parallel stripes. Pixels of the picture. */
export interface StripedPatch {
  /** `width` runs across the stripes. */
  readonly box: TurnedBox;
  /** How far a stripe moves along the box for each pixel across it: seen at a slant, bars do not stand upright on their base. */
  readonly lean: number;
}

/**
 * Patches of parallel stripes, by the structure tensor (Bigün & Granlund 1987) over small squares: bars of linear symbols
 * and much else, so whoever asks looks closer.
 */
export function stripedPatches(picture: GrayPicture): readonly StripedPatch[] {
  const columns = Math.floor(picture.width / CELL);
  const rows = Math.floor(picture.height / CELL);
  const cells = Array.from({ length: columns * rows }, (_, i) =>
    cellAt(picture, (i % columns) * CELL, Math.floor(i / columns) * CELL),
  );
  return COHERENCES.flatMap((coherence) => {
    const isStriped = (cell: Cell) => cell.change >= MIN_CHANGE && cell.coherence >= coherence;
    const open = new Set(cells.flatMap((cell, i) => (isStriped(cell) ? [i] : [])));
    const patches: StripedPatch[] = [];
    for (const start of open) {
      const members = grow(start, open);
      if (members.length >= MIN_CELLS) patches.push(...patchOf(members));
    }
    return patches;
  });

  function grow(start: number, open: Set<number>): readonly number[] {
    const members = [start];
    open.delete(start);
    let [x, y] = [0, 0];
    for (const member of members) {
      // Directions of stripes repeat after half a turn, so they are averaged at twice the angle.
      x += Math.cos(2 * cells[member]!.angle);
      y += Math.sin(2 * cells[member]!.angle);
      const mean = Math.atan2(y, x) / 2;
      for (const next of neighbours(member)) {
        if (!open.has(next) || turnBetween(mean, cells[next]!.angle) > SAME_DIRECTION) continue;
        open.delete(next);
        members.push(next);
      }
    }
    return members;
  }

  /** Two squares away counts, so that a wide bar or a crease does not part a symbol. */
  function neighbours(cell: number): readonly number[] {
    const [x, y] = [cell % columns, Math.floor(cell / columns)];
    const found: number[] = [];
    for (let ny = Math.max(0, y - 2); ny <= Math.min(rows - 1, y + 2); ny++) {
      for (let nx = Math.max(0, x - 2); nx <= Math.min(columns - 1, x + 2); nx++) found.push(ny * columns + nx);
    }
    return found;
  }

  function patchOf(members: readonly number[]): readonly StripedPatch[] {
    const corners = members.flatMap((i) => {
      const [x, y] = [(i % columns) * CELL, Math.floor(i / columns) * CELL];
      return [x, x + CELL].flatMap((px) => [y, y + CELL].map((py) => ({ x: px, y: py })));
    });
    const hull = convexHull(corners);
    const across = meanDirection(members.map((i) => cells[i]!));
    if (members.length * CELL * CELL < MIN_FILL * areaOf(smallestBox(hull))) return [];
    const upright = { box: straighten(picture, hull, across), lean: 0 };
    const slanted = alongside(smallestBox(hull), across);
    const leaning = { box: slanted, lean: Math.tan(slanted.angle - across) };
    const tighter = areaOf(leaning.box) < LEANING_SHARE * areaOf(upright.box) ? leaning : upright;
    return members.length * CELL * CELL >= MIN_FILL * areaOf(tighter.box) ? [tighter] : [];
  }
}

function areaOf({ width, height }: TurnedBox): number {
  return width * height;
}

/** The same box with `width` along that one of its sides that runs rather in the direction of `angle`. */
function alongside(box: TurnedBox, angle: number): TurnedBox {
  if (turnBetween(box.angle, angle) <= Math.PI / 4) return box;
  return { ...box, width: box.height, height: box.width, angle: box.angle + Math.PI / 2 };
}

function cellAt({ data, width, height }: GrayPicture, left: number, top: number): Cell {
  let [xx, yy, xy] = [0, 0, 0];
  for (let y = Math.max(1, top); y < Math.min(height - 1, top + CELL); y += ROW_STEP) {
    for (let x = Math.max(1, left); x < Math.min(width - 1, left + CELL); x++) {
      const at = y * width + x;
      const dx = (data[at + 1]! - data[at - 1]!) / 2;
      const dy = (data[at + width]! - data[at - width]!) / 2;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
  }
  const energy = xx + yy;
  return {
    angle: Math.atan2(2 * xy, xx - yy) / 2,
    coherence: energy === 0 ? 0 : Math.hypot(xx - yy, 2 * xy) / energy,
    change: Math.sqrt((energy * ROW_STEP) / (CELL * CELL)),
  };
}

/** Weighted by how clear the stripes are, at twice the angle as above. */
function meanDirection(cells: readonly Cell[]): number {
  const x = cells.reduce((sum, { angle, change }) => sum + change * Math.cos(2 * angle), 0);
  const y = cells.reduce((sum, { angle, change }) => sum + change * Math.sin(2 * angle), 0);
  return Math.atan2(y, x) / 2;
}

function turnBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) % Math.PI;
  return Math.min(turn, Math.PI - turn);
}
