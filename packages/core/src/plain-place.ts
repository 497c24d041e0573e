import { boxAround, type Point, type Quad } from "./model/geometry.js";
import type { Raster } from "./ocr/engine.js";

/** Brightest, of 255, that a lossy format leaves of black. */
const BLACK = 48;
/** Levels by which one colour may differ from itself; faded print differs from its paper by more. */
const EVEN = 16;
/** The same for paper beside a black box, of which the edge is a part. */
const PAPER = 40;
/** The darkest and the lightest part of the pixels, which dust and edges are of. */
const OUTLIERS = 0.02;
/** Points of a side that are looked at. */
const SAMPLES = 96;

/** Samples either way that are black around every one inside a bar: no stroke of print is so thick. */
const BAR_RADIUS = 3;

/**
 * Whether a place of a picture shows nothing: it is black, or of one colour, or a bar and paper beside it.
 *
 * @param place pixels of the raster
 */
export function isPlainPlace(raster: Raster, place: Quad): boolean {
  const all = levelsIn(raster, place, () => true);
  // What lies beyond the picture counts for nothing and breaks no bar: only whole places are looked at for bars.
  const bar = all.length === SAMPLES * SAMPLES ? barIn(all) : [];
  const rest = all.filter((_, index) => !bar[index]);
  const isBarred = all.length - rest.length >= MIN_COVERED * all.length;
  const { darkest, lightest } = rangeOf(isBarred ? rest : all);
  return lightest <= BLACK || lightest - darkest <= (isBarred ? PAPER : EVEN);
}

/** Which samples of a place are of a black bar or its edge. */
function barIn(levels: readonly number[]): boolean[] {
  const isWithin = (at: number) => at >= 0 && at < SAMPLES;
  const around = (index: number, radius: number): number[] => {
    const [row, column] = [Math.floor(index / SAMPLES), index % SAMPLES];
    const steps = Array.from({ length: 2 * radius + 1 }, (_, step) => step - radius);
    const rows = steps.map((step) => row + step).filter(isWithin);
    const columns = steps.map((step) => column + step).filter(isWithin);
    return rows.flatMap((y) => columns.map((x) => y * SAMPLES + x));
  };
  const bar = new Array<boolean>(levels.length).fill(false);
  for (let index = 0; index < levels.length; index++) {
    if (levels[index]! > BLACK || !around(index, BAR_RADIUS).every((at) => levels[at]! <= BLACK)) continue;
    for (const at of around(index, BAR_RADIUS + 1)) bar[at] = true;
  }
  return bar;
}

/** A place counts as covered where a box stands on this part of it at least, and nothing is drawn on the rest. */
const MIN_COVERED = 0.2;
/** Pixels beside a black box that are of its edge. */
const EDGE = 6;

/** Whether a place of a picture is a black box and paper around it, so that nothing in it is left to be read. */
export function isCoveredPlace(raster: Raster, place: Quad, boxes: readonly Quad[]): boolean {
  const areas = boxes.map(boxAround);
  const isFree = ({ x, y }: Point) =>
    !areas.some(
      (box) =>
        x >= box.x - EDGE && x <= box.x + box.width + EDGE && y >= box.y - EDGE && y <= box.y + box.height + EDGE,
    );
  const all = levelsIn(raster, place, () => true).length;
  const free = levelsIn(raster, place, isFree);
  if (all - free.length < MIN_COVERED * all) return false;
  const { darkest, lightest } = rangeOf(free);
  return lightest - darkest <= PAPER;
}

/** Brightness at evenly spread points of a place that are on the picture. */
function levelsIn({ data, width, height }: Raster, place: Quad, counts: (point: Point) => boolean): number[] {
  const levels: number[] = [];
  for (let row = 0; row < SAMPLES; row++) {
    for (let column = 0; column < SAMPLES; column++) {
      const point = within(place, (column + 0.5) / SAMPLES, (row + 0.5) / SAMPLES);
      const [x, y] = [Math.floor(point.x), Math.floor(point.y)];
      if (x < 0 || y < 0 || x >= width || y >= height || !counts(point)) continue;
      const at = (y * width + x) * 3;
      levels.push((data[at]! * 2 + data[at + 1]! * 5 + data[at + 2]!) / 8);
    }
  }
  return levels;
}

function within([a, b, c, d]: Quad, across: number, down: number): Point {
  const mix = (axis: "x" | "y") =>
    (a[axis] * (1 - across) + b[axis] * across) * (1 - down) + (d[axis] * (1 - across) + c[axis] * across) * down;
  return { x: mix("x"), y: mix("y") };
}

function rangeOf(levels: number[]): { readonly darkest: number; readonly lightest: number } {
  if (levels.length === 0) return { darkest: 0, lightest: 0 };
  levels.sort((a, b) => a - b);
  const outliers = Math.floor(levels.length * OUTLIERS);
  return { darkest: levels[outliers]!, lightest: levels.at(-1 - outliers)! };
}
