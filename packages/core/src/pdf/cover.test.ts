import { expect, test } from "vitest";
import { coveredBoxes, type Shape } from "./cover.js";

const PAGE = { width: 600, height: 800 };

function letters(x: number, y: number, count: number, weight: number): Shape[] {
  return Array.from({ length: count }, (_, at) => ({ box: { x: x + at * 8, y, width: 7, height: 10 }, weight }));
}

test("outlines that touch are one box, and those far away another", () => {
  const boxes = coveredBoxes([...letters(100, 100, 10, 20), ...letters(100, 500, 10, 20)], PAGE, 40);
  expect(boxes).toHaveLength(2);
  for (const [at, top] of [100, 500].entries()) {
    const { x, y, width, height } = boxes[at]!;
    expect([x <= 100, x + width >= 179, y <= top, y + height >= top + 10]).toEqual([true, true, true, true]);
    expect(height).toBeLessThan(25);
  }
});

test("a lone tick is no text", () => {
  expect(coveredBoxes(letters(100, 100, 1, 12), PAGE, 40)).toEqual([]);
});

test("a scan in strips of a pixel's height is one box", () => {
  const strips = Array.from({ length: 800 }, (_, row) => ({
    box: { x: 0, y: row, width: 600, height: 1 },
    weight: 1e9,
  }));
  expect(coveredBoxes(strips, PAGE, 40)).toEqual([{ x: 0, y: 0, width: 600, height: 800 }]);
});

test("what reaches over the page's edge is cut there", () => {
  const [box] = coveredBoxes([{ box: { x: -50, y: 700, width: 900, height: 900 }, weight: 1e9 }], PAGE, 40);
  expect(box).toEqual({ x: 0, y: 700, width: 600, height: 100 });
});

test.each([
  { width: 0, height: 800 },
  { width: Number.NaN, height: 800 },
  { width: Infinity, height: 800 },
])("a page of $width by $height points covers nothing", (page) => {
  expect(coveredBoxes(letters(100, 100, 10, 20), page, 40)).toEqual([]);
});
