import { expect, test } from "vitest";
import { blackBoxes } from "./black-boxes.js";
import type { Raster } from "./engine.js";

/** White paper of 400 × 200 pixels with black wherever `isInk` says. */
function paper(isInk: (x: number, y: number) => boolean): Raster {
  const [width, height] = [400, 200];
  const data = new Uint8Array(width * height * 3).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) if (isInk(x, y)) data.fill(0, (y * width + x) * 3, (y * width + x + 1) * 3);
  }
  return { data, width, height };
}

test("an upright bar is a line of blocks where it stands", () => {
  const [box, ...others] = blackBoxes(paper((x, y) => x >= 100 && x < 200 && y >= 80 && y < 100));
  expect(others).toEqual([]);
  expect(box).toMatchObject({ text: "█████", confidence: 1 });
  const [topLeft, , bottomRight] = box!.quad;
  expect(topLeft).toEqual({ x: 100, y: 80 });
  expect(bottomRight).toEqual({ x: 200, y: 100 });
});

test("a slanted bar gives a slanted quad", () => {
  const slope = Math.tan((6 * Math.PI) / 180);
  const [box] = blackBoxes(paper((x, y) => x >= 40 && x < 240 && Math.abs(y - 80 - (x - 40) * slope) < 12));
  const [topLeft, topRight] = box!.quad;
  expect((topRight.y - topLeft.y) / (topRight.x - topLeft.x)).toBeCloseTo(slope, 1);
});

test("two bars are two lines", () => {
  expect(blackBoxes(paper((x, y) => y >= 40 && y < 60 && (x < 100 || x >= 200)))).toHaveLength(2);
});

test.each([
  ["a thin rule", (_x: number, y: number) => y >= 100 && y < 106],
  ["a frame", (x: number, y: number) => x < 12 || y < 12 || x >= 388 || y >= 188],
  ["a dark background", () => true],
  ["a square dot", (x: number, y: number) => x >= 100 && x < 120 && y >= 100 && y < 120],
  ["print", (x: number, y: number) => x % 8 < 4 && y % 16 < 8],
])("%s is no bar", (_what, isInk) => {
  expect(blackBoxes(paper(isInk))).toEqual([]);
});

test("dark grey is not black", () => {
  const { data, ...size } = paper((x, y) => x >= 100 && x < 200 && y >= 80 && y < 100);
  expect(blackBoxes({ data: data.map((value) => Math.max(value, 90)), ...size })).toEqual([]);
});
