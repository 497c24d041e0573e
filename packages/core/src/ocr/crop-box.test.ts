import { expect, test } from "vitest";
import { cropBox } from "./crop-box.js";

/** Four pixels in a square, grey: 10 20 over 30 40. */
const SQUARE = { data: new Uint8Array([10, 20, 30, 40].flatMap((gray) => [gray, gray, gray])), width: 2, height: 2 };
const WHOLE = { center: { x: 1, y: 1 }, width: 2, height: 2, angle: 0 };

function graysOf({ data }: { readonly data: Uint8Array }): readonly number[] {
  return [...data].filter((_, i) => i % 3 === 0);
}

test("a crop of the whole picture at its size is the picture", () => {
  expect(graysOf(cropBox(SQUARE, WHOLE, { width: 2, height: 2 }))).toEqual([10, 20, 30, 40]);
});

test("a crop turned by a quarter reads from top to bottom", () => {
  expect(graysOf(cropBox(SQUARE, { ...WHOLE, angle: Math.PI / 2 }, { width: 2, height: 2 }))).toEqual([20, 40, 10, 30]);
});

test("shrinking takes the mean", () => {
  expect(graysOf(cropBox(SQUARE, WHOLE, { width: 1, height: 1 }))).toEqual([25]);
});

test("beyond the edge the edge goes on", () => {
  const beside = { center: { x: 4, y: 1 }, width: 2, height: 2, angle: 0 };
  expect(graysOf(cropBox(SQUARE, beside, { width: 1, height: 2 }))).toEqual([20, 40]);
});
