import { type Quad, quadOfBox } from "@tuhei/core";
import { expect, test } from "vitest";
import { coverBy } from "./quad-cover.js";

const box = { x: 10, y: 10, width: 10, height: 10 };

test.each([
  [{ x: 0, y: 0, width: 30, height: 30 }, 1],
  [{ x: 10, y: 10, width: 4, height: 10 }, 0.4],
  [{ x: 20, y: 10, width: 5, height: 10 }, 0],
  [{ x: 100, y: 100, width: 5, height: 5 }, 0],
])("a quad at %j covers %d of the box", (place, share) => {
  expect(coverBy([quadOfBox(place)]).of(box)).toBeCloseTo(share, 5);
});

test("two quads together cover what neither does alone", () => {
  const halves = [quadOfBox({ ...box, width: 5 }), quadOfBox({ ...box, x: 15, width: 5 })];
  expect(coverBy(halves).of(box)).toBeGreaterThan(0.9);
});

test("the corner of a slanted quad's surroundings is not covered", () => {
  const diamond: Quad = [
    { x: 15, y: 0 },
    { x: 30, y: 15 },
    { x: 15, y: 30 },
    { x: 0, y: 15 },
  ];
  const cover = coverBy([diamond]);
  expect(cover.of({ x: 0, y: 0, width: 5, height: 5 })).toBe(0);
  expect(cover.touches({ x: 0, y: 0, width: 5, height: 5 })).toBe(true);
  expect(cover.contains({ x: 15, y: 15 })).toBe(true);
  expect(cover.contains({ x: 2, y: 2 })).toBe(false);
});

test("of many quads on a page, each box meets those that it would meet alone", () => {
  const quads = Array.from({ length: 60 }, (_, at) =>
    quadOfBox({ x: (at % 5) * 40, y: at * 11 - 100, width: 30, height: at % 7 === 0 ? 3000 : 9 }),
  );
  const together = coverBy(quads);
  const apart = quads.map((quad) => coverBy([quad]));
  for (let y = -130; y < 700; y += 3.7) {
    for (const height of [0.1, 10, 60, 2500]) {
      const box = { x: 25, y, width: 30, height };
      expect(together.touches(box)).toBe(apart.some((one) => one.touches(box)));
      expect(together.of(box) > 0).toBe(apart.some((one) => one.of(box) > 0));
    }
  }
});
