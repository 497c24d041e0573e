import { describe, expect, test } from "vitest";
import { inkedPlaces } from "./inked-places.js";
import { type Box, overlaps } from "./model/geometry.js";
import type { Raster } from "./ocr/engine.js";

const [WIDTH, HEIGHT] = [400, 300];

/** Grey levels, and what a hand that shakes by so many pixels across makes of them. */
function pictureOf(levelAt: (x: number, y: number) => number, shake = 1): Raster {
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let y = 0, at = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, at += 3) {
      let sum = 0;
      for (let step = 0; step < shake; step++) sum += levelAt(x + step, y);
      data.fill(sum / shake, at, at + 3);
    }
  }
  return { data, width: WIDTH, height: HEIGHT };
}

/** Two lines of upright and level strokes; the second is small. */
const lines: readonly Box[] = [
  { x: 60, y: 60, width: 200, height: 24 },
  { x: 60, y: 150, width: 120, height: 10 },
];
const isIn = (x: number, y: number, box: Box) =>
  x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
const print = (x: number, y: number) => (lines.some((line) => isIn(x, y, line)) && (x % 9 < 3 || y % 8 < 2) ? 40 : 235);

/** Noise that is the same every time. */
const noise = (x: number, y: number) => ((x * 7919 + y * 104729 + x * y * 31) % 97) / 97;

const isAllIn = (line: Box, places: readonly Box[]) => {
  for (let y = line.y; y < line.y + line.height; y++)
    for (let x = line.x; x < line.x + line.width; x++) if (!places.some((place) => isIn(x, y, place))) return false;
  return true;
};

describe("print", () => {
  test.each([1, 9, 17])("smeared over %i pixels is a place, all of it", (shake) => {
    const places = inkedPlaces(pictureOf(print, shake));
    expect(lines.map((line) => isAllIn({ ...line, x: line.x, width: line.width - shake }, places))).toEqual([
      true,
      true,
    ]);
    const all = places.reduce((sum, { width, height }) => sum + width * height, 0);
    expect(all).toBeLessThan(0.2 * WIDTH * HEIGHT);
  });

  test("is told from the texture of its paper", () => {
    const places = inkedPlaces(pictureOf((x, y) => print(x, y) - 20 * noise(x, y)));
    expect(places.every((place) => lines.some((line) => overlaps(line, place)))).toBe(true);
    expect(places).not.toEqual([]);
  });

  test("of slanted lines does not take the paper between them", () => {
    const slanted = (x: number, y: number) => print(x, y - Math.floor(x / 4) + 20);
    const places = inkedPlaces(pictureOf(slanted));
    const all = places.reduce((sum, { width, height }) => sum + width * height, 0);
    expect(all).toBeLessThan(0.25 * WIDTH * HEIGHT);
  });
});

test("the rules of a table are no places", () => {
  const rules = (x: number, y: number) => (y % 60 < 2 || x % 100 < 2 ? 40 : 235);
  expect(inkedPlaces(pictureOf(rules)).every(({ width, height }) => Math.max(width, height) <= 40)).toBe(true);
});

test("of a picture that has no paper, nothing is told", () => {
  const scene = (x: number, y: number) => 128 + 100 * Math.sin(x / 7) * Math.sin(y / 9);
  expect(inkedPlaces(pictureOf(scene))).toEqual([]);
});

test("of blank paper, nothing is told", () => {
  expect(inkedPlaces(pictureOf(() => 235))).toEqual([]);
});
