import type { Point, Quad } from "./model/geometry.js";
import type { Raster } from "./ocr/engine.js";

/** Levels of 255 by which paper may differ from itself: noise of scans, rings of JPEG. */
const NOISE = 40;
/** Of a line's height from the top, where only letters have ink; below it a line to write on may run along. */
const LETTERS = 0.7;
/** What is left free before the next thing drawn, in heights of the line. */
const CLEARANCE = 0.15;
/** Of the raster's width or height, what stays free at its edges; print hardly ever reaches further out. */
const MARGIN = 1 / 16;

/**
 * Quads stretched along their lines over empty paper, both ways, up to the next thing drawn or the margin. How far they then
 * reach depends on what stands beside them and not on how long they were.
 *
 * @param quads pixels of the raster; whatever they hold counts as empty
 */
export function stretchedOverPaper(raster: Raster, quads: readonly Quad[]): Quad[] {
  const isHeld = (x: number, y: number) => quads.some((quad) => isInside(x, y, quad));
  return quads.map((quad) => {
    const [topLeft, topRight, bottomRight, bottomLeft] = quad;
    const length = Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y);
    if (length === 0) return quad;
    const along = { x: (topRight.x - topLeft.x) / length, y: (topRight.y - topLeft.y) / length };
    const after = freeLength(raster, topRight, bottomRight, along, isHeld);
    const before = freeLength(raster, topLeft, bottomLeft, { x: -along.x, y: -along.y }, isHeld);
    return [
      moved(topLeft, along, -before),
      moved(topRight, along, after),
      moved(bottomRight, along, after),
      moved(bottomLeft, along, -before),
    ];
  });
}

/** Pixels from an end of a line, `top` to `bottom`, in a direction, to the last column before something is drawn. */
function freeLength(
  raster: Raster,
  top: Point,
  bottom: Point,
  along: Point,
  isHeld: (x: number, y: number) => boolean,
): number {
  const height = Math.hypot(bottom.x - top.x, bottom.y - top.y);
  const rows = Math.max(1, Math.round(height));
  const paper: (readonly number[] | undefined)[] = new Array(rows);
  const limit = limitFor(raster, top, bottom);
  // From a whole pixel on, so that where the walk ends does not depend on where it began.
  const first = top.x * along.x + top.y * along.y;
  for (let step = Math.ceil(first) - first; ; step++) {
    const at = moved(top, along, step);
    if (!isOn(limit, at, bottom, top)) return Math.max(0, step - 1);
    for (let row = 0; row < rows; row++) {
      const part = (row + 0.5) / rows;
      const x = Math.floor(at.x + along.x / 2 + (bottom.x - top.x) * part);
      const y = Math.floor(at.y + along.y / 2 + (bottom.y - top.y) * part);
      if (isHeld(x + 0.5, y + 0.5)) continue;
      const pixel = pixelAt(raster, x, y);
      if (!pixel || differ(paper[row] ?? pixel, pixel)) return withClearance(step, height);
      paper[row] ??= pixel;
    }
    if (hasLetters(paper, rows)) return withClearance(step, height);
  }
}

function withClearance(step: number, height: number): number {
  return Math.max(0, step - Math.ceil(height * CLEARANCE));
}

interface Limit {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The margins, or the edges for what stands in the margins already. */
function limitFor({ width, height }: Raster, top: Point, bottom: Point): Limit {
  const inner = {
    left: Math.round(width * MARGIN),
    top: Math.round(height * MARGIN),
    right: Math.round(width * (1 - MARGIN)),
    bottom: Math.round(height * (1 - MARGIN)),
  };
  return isOn(inner, top, bottom, top) ? inner : { left: 0, top: 0, right: width, bottom: height };
}

/** Whether a column that starts at `at` lies within the limit; it runs as from `top` to `bottom`. */
function isOn({ left, top, right, bottom }: Limit, at: Point, to: Point, from: Point): boolean {
  const [endX, endY] = [at.x + to.x - from.x, at.y + to.y - from.y];
  const isWithin = (x: number, y: number) => x >= left && x <= right && y >= top && y <= bottom;
  return isWithin(at.x, at.y) && isWithin(endX, endY);
}

/** Whether a column of what was taken for paper is not of one colour where letters would have ink. */
function hasLetters(paper: readonly (readonly number[] | undefined)[], rows: number): boolean {
  const seen = paper.slice(0, Math.ceil(rows * LETTERS)).filter((pixel) => pixel !== undefined);
  return seen.some((pixel) => differ(pixel, seen[0]!));
}

function pixelAt({ data, width, height }: Raster, x: number, y: number): readonly number[] | undefined {
  if (x < 0 || y < 0 || x >= width || y >= height) return undefined;
  const at = (y * width + x) * 3;
  return [data[at]!, data[at + 1]!, data[at + 2]!];
}

function differ(a: readonly number[], b: readonly number[]): boolean {
  return a.some((level, channel) => Math.abs(level - b[channel]!) > NOISE);
}

function moved({ x, y }: Point, along: Point, by: number): Point {
  return { x: x + along.x * by, y: y + along.y * by };
}

/** Inside a convex quad, its edges included. */
function isInside(x: number, y: number, quad: Quad): boolean {
  let [isLeft, isRight] = [false, false];
  for (const [index, a] of quad.entries()) {
    const b = quad[(index + 1) % quad.length]!;
    const side = (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
    isLeft ||= side < 0;
    isRight ||= side > 0;
  }
  return !(isLeft && isRight);
}
