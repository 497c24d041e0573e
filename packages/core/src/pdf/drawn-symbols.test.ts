import { expect, test } from "vitest";
import type { Box } from "../model/geometry.js";
import { mayBeSymbol } from "./drawn-symbols.js";

/** Bars of a code that begins with the pattern of Code 128, each a module high or wide times `module`. */
function linear(module: number, count: number): Box[] {
  const widths = [2, 1, 1, 2, 3, 2, 1, 3, 1, 1, 2, 2, 4, 1];
  const bars: Box[] = [];
  let x = 50;
  for (let index = 0; index < count; index++) {
    const [width, blank] = [widths[(2 * index) % 14]! * module, widths[(2 * index + 1) % 14]! * module];
    bars.push({ x, y: 100, width, height: 30 });
    x += width + blank;
  }
  return bars;
}

/** A field of modules, every third row and column of which is blank in places; those that touch in a row are one block. */
function matrix(module: number, size: number): Box[] {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => column)
      .filter((column) => (row * column + row + column) % 3 !== 0)
      .map((column) => ({ x: 50 + column * module, y: 50 + row * module, width: module, height: module })),
  ).flat();
}

const turned = (bars: Box[]) => bars.map(({ x, y, width, height }) => ({ x: y, y: x, width: height, height: width }));

/** Each cell with four borders of its own, as browsers draw tables. */
function table(rows: number, columns: number, width: number, height: number, rule: number): Box[] {
  return Array.from({ length: rows * columns }, (_, cell) => {
    const [x, y] = [50 + (cell % columns) * (width + 2 * rule), 50 + Math.floor(cell / columns) * (height + 2 * rule)];
    return [
      { x, y, width, height: rule },
      { x, y: y + height - rule, width, height: rule },
      { x, y, width: rule, height },
      { x: x + width - rule, y, width: rule, height },
    ];
  }).flat();
}

test.each([0.6, 1, 2.5])("bars and modules of %f points may be a barcode, whichever way they run", (module) => {
  for (const symbol of [linear(module, 24), matrix(module, 21)]) {
    expect(mayBeSymbol(symbol)).toBe(true);
    expect(mayBeSymbol(turned(symbol))).toBe(true);
    expect(mayBeSymbol([...table(10, 4, 60, 15, 0.75), ...symbol])).toBe(true);
  }
});

test.each([
  [60, 15, 0.75],
  [40, 12, 0.5],
  [120, 30, 1.5],
])("the borders of a table of cells of %i by %i points are none", (width, height, rule) => {
  expect(mayBeSymbol(table(30, 6, width, height, rule))).toBe(false);
});

test("a few bars are none", () => {
  expect(mayBeSymbol(linear(1, 8))).toBe(false);
});
