import { expect, test } from "vitest";
import { illegibleParts, isIllegible, isLegible } from "./illegible-lines.js";
import { quadOfBox } from "./model/geometry.js";
import type { OcrLine } from "./ocr/engine.js";

/** So many lines under one another, 20 high and 300 wide, the first at (x, y). */
function lines(count: number, x: number, y: number, confidence: number): OcrLine[] {
  return Array.from({ length: count }, (_, row) => ({
    text: "乂乂匚",
    confidence,
    quad: quadOfBox({ x, y: y + row * 30, width: 300, height: 20 }),
    chars: [],
  }));
}

test("a picture most of whose lines are doubtful is illegible as a whole", () => {
  expect(isIllegible([...lines(3, 0, 0, 0.5), ...lines(4, 400, 0, 0.99)])).toBe(true);
  expect(isIllegible([...lines(2, 0, 0, 0.5), ...lines(2, 400, 0, 0.99)])).toBe(false);
  expect(isIllegible(lines(9, 0, 0, 0.99))).toBe(false);
});

test("a blurred document beside sharp ones is a part, and they are none", () => {
  const sharp = [...lines(10, 450, 0, 0.99), ...lines(10, 0, 500, 0.99)];
  const picture = [...sharp, ...lines(6, 0, 0, 0.5), ...lines(1, 0, 180, 0.95)];
  expect(isIllegible(picture)).toBe(false);
  expect(illegibleParts(picture)).toEqual([{ x: -80, y: -80, width: 460, height: 360 }]);
  expect(illegibleParts(sharp)).toEqual([]);
  expect(isLegible(sharp)).toBe(true);
});

test("a few doubtful lines among others, or by themselves, are no part", () => {
  expect(illegibleParts([...lines(6, 0, 0, 0.5), ...lines(9, 0, 180, 0.99)])).toEqual([]);
  expect(illegibleParts([...lines(4, 0, 0, 0.5), ...lines(9, 450, 300, 0.99)])).toEqual([]);
});

test("what is left of a smeared document, its title say, is no sharp one", () => {
  expect(isLegible(lines(4, 0, 0, 0.99))).toBe(false);
  expect(isLegible([...lines(6, 0, 0, 0.99), ...lines(1, 0, 200, 0.5)])).toBe(false);
});
