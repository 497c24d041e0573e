import { describe, expect, test } from "vitest";
import { boxAt, convexHull, holds, pointOn, quadOfTurnedBox, smallestBox, upsideDown } from "./turned-box.js";

const BOX = { center: { x: 40, y: 30 }, width: 20, height: 8, angle: 0.3 };

describe("a turned box", () => {
  test("has its corners in reading order", () => {
    expect(quadOfTurnedBox({ ...BOX, angle: 0 })).toEqual([
      { x: 30, y: 26 },
      { x: 50, y: 26 },
      { x: 50, y: 34 },
      { x: 30, y: 34 },
    ]);
  });

  test("that is a quarter turned reads downwards", () => {
    const [start, end] = quadOfTurnedBox({ ...BOX, angle: Math.PI / 2 });
    expect(end.y - start.y).toBeCloseTo(20);
    expect(end.x - start.x).toBeCloseTo(0);
  });

  test("seen upside down starts at the opposite corner", () => {
    const [start] = quadOfTurnedBox(upsideDown(BOX));
    const opposite = quadOfTurnedBox(BOX)[2];
    expect(start.x).toBeCloseTo(opposite.x);
    expect(start.y).toBeCloseTo(opposite.y);
  });

  test("is found again from its corners", () => {
    const found = smallestBox(convexHull(quadOfTurnedBox(BOX)));
    for (const key of ["width", "height", "angle"] as const) expect(found[key]).toBeCloseTo(BOX[key]);
    expect(found.center.x).toBeCloseTo(40);
    expect(found.center.y).toBeCloseTo(30);
  });

  test("holds what lies inside and nothing else", () => {
    expect(holds(BOX, pointOn(BOX, 0.01, 0.99))).toBe(true);
    expect(holds(BOX, pointOn(BOX, -0.01, 0.5))).toBe(false);
    expect(holds(BOX, pointOn(BOX, 0.5, 1.01))).toBe(false);
  });
});

test("the hull leaves out points inside and on its sides", () => {
  const square = [
    { x: 0, y: 0 },
    { x: 4, y: 0 },
    { x: 4, y: 4 },
    { x: 0, y: 4 },
  ];
  const hull = convexHull([...square, { x: 2, y: 2 }, { x: 2, y: 0 }]);
  expect(hull).toHaveLength(4);
  expect(hull).toEqual(expect.arrayContaining(square));
});

test("the box at a given angle holds every point", () => {
  const points = [
    { x: 1, y: 7 },
    { x: 9, y: 2 },
    { x: 5, y: 5 },
  ];
  const box = boxAt(points, 0.5);
  const loose = { ...box, width: box.width + 1e-6, height: box.height + 1e-6 };
  for (const point of points) expect(holds(loose, point)).toBe(true);
});
