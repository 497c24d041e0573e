import { expect, test } from "vitest";
import { quadOfBox } from "./model/geometry.js";
import { isPlainPlace } from "./plain-place.js";

/** Grey levels as a raster of 100 × 20. */
function rasterOf(levelAt: (x: number, y: number) => number) {
  const data = Uint8Array.from({ length: 100 * 20 * 3 }, (_, at) =>
    levelAt(Math.floor(at / 3) % 100, Math.floor(at / 300)),
  );
  return { data, width: 100, height: 20 };
}

const whole = quadOfBox({ x: 0, y: 0, width: 100, height: 20 });
/** Paper as a copier leaves it: four levels of noise and the lines of a security pattern. */
const paper = (x: number, y: number) => 215 + ((x * 7 + y * 3) % 5) - (y % 6 === 0 ? 20 : 0);
/** Upright strokes of bold print: a quarter of the place is ink. */
const print = (x: number, y: number) => (x % 8 < 2 && y > 2 && y < 17 ? 30 : paper(x, y));

test.each([
  ["black", () => 0, true],
  ["white", () => 255, true],
  ["a bar over the left half and paper beside it", (x: number, y: number) => (x < 60 ? 0 : paper(x, y)), true],
  ["bold print", print, false],
  ["a bar over the left half and print beside it", (x: number, y: number) => (x < 60 ? 0 : print(x, y)), false],
  [
    "a bar and faded print beside it",
    (x: number, y: number) => (x < 60 ? 0 : print(x, y) < 100 ? 140 : paper(x, y)),
    false,
  ],
])("%s", (_what, levelAt, isPlain) => {
  expect(isPlainPlace(rasterOf(levelAt), whole)).toBe(isPlain);
});
