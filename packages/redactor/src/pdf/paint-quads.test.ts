import type { Quad } from "@tuhei/core";
import { expect, test } from "vitest";
import { forRows, paintQuads } from "./paint-quads.js";

const SIDE = 40;
const placement = { scale: 2, area: { x: 5, y: 5, width: 20, height: 20 } };
const upright: Quad = [
  { x: 10, y: 10 },
  { x: 20, y: 10 },
  { x: 20, y: 15 },
  { x: 10, y: 15 },
];
const slanted: Quad = [
  { x: 10, y: 15 },
  { x: 18, y: 10 },
  { x: 20, y: 13 },
  { x: 12, y: 18 },
];

function isInside(quad: Quad, x: number, y: number): boolean {
  return quad.every((a, index) => {
    const b = quad[(index + 1) % 4]!;
    return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) >= 0;
  });
}

test.each([
  ["upright", upright],
  ["slanted", slanted],
])("every pixel that an %s quad touches is black, and none far from it", (_, quad) => {
  const data = new Uint8Array(SIDE * SIDE * 3).fill(255);
  paintQuads({ data, width: SIDE, height: SIDE }, [quad], placement);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const isBlack = data[(y * SIDE + x) * 3] === 0;
      const [px, py] = [(x + 0.5) / 2 + 5, (y + 0.5) / 2 + 5];
      if (isInside(quad, px, py)) expect(isBlack).toBe(true);
      const isFar = [-3, 0, 3].every((dx) => [-3, 0, 3].every((dy) => !isInside(quad, px + dx, py + dy)));
      if (isFar) expect(isBlack).toBe(false);
    }
  }
});

test.each([
  ["upright", upright],
  ["slanted", slanted],
])("rows inset by a pixel lie wholly inside an %s quad", (_, quad) => {
  let pixels = 0;
  forRows(quad, { width: SIDE, height: SIDE }, placement, 1, (from, to) => {
    for (let at = from; at < to; at++) {
      pixels++;
      expect(isInside(quad, ((at % SIDE) + 0.5) / 2 + 5, (Math.floor(at / SIDE) + 0.5) / 2 + 5)).toBe(true);
    }
  });
  expect(pixels).toBeGreaterThan(20);
});

test("a quad that reaches out of the picture is painted as far as the picture goes", () => {
  const data = new Uint8Array(SIDE * SIDE * 3).fill(255);
  const wide = upright.map(({ x, y }) => ({ x: (x - 15) * 10 + 15, y: (y - 12) * 10 + 12 })) as unknown as Quad;
  paintQuads({ data, width: SIDE, height: SIDE }, [wide], placement);
  expect(data.every((level) => level === 0)).toBe(true);
});
