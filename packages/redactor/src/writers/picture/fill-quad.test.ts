import { type Point, type Quad, quadOfBox, type Raster } from "@tuhei/core";
import { describe, expect, test } from "vitest";
import { fillQuad } from "./fill-quad.js";

const [width, height] = [48, 40];

function painted(quad: Quad): Raster {
  const raster = { data: new Uint8Array(width * height * 3).fill(255), width, height };
  fillQuad(raster, quad);
  return raster;
}

function isBlack({ data }: Raster, x: number, y: number): boolean {
  return data[(y * width + x) * 3] === 0;
}

/** Whether a point of a fine grid inside the pixel lies in the triangle or quad, by the sign of the area at each side. */
function touches(quad: Quad, x: number, y: number): boolean {
  const points = [0.001, 0.25, 0.5, 0.75, 0.999].flatMap((dx) =>
    [0.001, 0.25, 0.5, 0.75, 0.999].map((dy) => ({ x: x + dx, y: y + dy })),
  );
  return points.some((point) => {
    const signs = quad.map((corner, index) => Math.sign(side(corner, quad[(index + 1) % 4]!, point)));
    return !(signs.includes(1) && signs.includes(-1));
  });
}

function side(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe("every pixel that a quad touches is black", () => {
  test.each(Array.from({ length: 40 }, (_, index) => index + 1))("turned rectangle %i", (seed) => {
    const next = random(seed * 7919);
    const [x, y, w, h, angle] = [next() * width, next() * height, 1 + next() * 30, 1 + next() * 12, next() * 6.3];
    const corner = (dx: number, dy: number): Point => ({
      x: x + dx * Math.cos(angle) - dy * Math.sin(angle),
      y: y + dx * Math.sin(angle) + dy * Math.cos(angle),
    });
    const quad: Quad = [corner(-w / 2, -h / 2), corner(w / 2, -h / 2), corner(w / 2, h / 2), corner(-w / 2, h / 2)];
    const raster = painted(quad);
    const missed: Point[] = [];
    let black = 0;
    for (let py = 0; py < height; py++) {
      for (let px = 0; px < width; px++) {
        if (isBlack(raster, px, py)) black++;
        else if (touches(quad, px, py)) missed.push({ x: px, y: py });
      }
    }
    expect(missed).toEqual([]);
    expect(black).toBeLessThanOrEqual((w + 3) * (h + 3));
  });
});

test("a box on whole pixels is painted to its edge and not beyond", () => {
  const raster = painted(quadOfBox({ x: 10, y: 5, width: 8, height: 4 }));
  expect([isBlack(raster, 10, 5), isBlack(raster, 17, 8)]).toEqual([true, true]);
  expect([isBlack(raster, 9, 6), isBlack(raster, 12, 4), isBlack(raster, 20, 6), isBlack(raster, 12, 10)]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test("corners given crosswise cover the same as in order", () => {
  const [a, b, c, d] = quadOfBox({ x: 10, y: 5, width: 20, height: 10 });
  expect(painted([a, c, b, d]).data).toEqual(painted([a, b, c, d]).data);
});

test("a quad that is a point or a line is painted where it is", () => {
  const point = { x: 12.5, y: 7.5 };
  expect(isBlack(painted([point, point, point, point]), 12, 7)).toBe(true);
  const end = { x: 20.5, y: 7.5 };
  const line = painted([point, end, end, point]);
  expect([12, 16, 20].map((x) => isBlack(line, x, 7))).toEqual([true, true, true]);
});

test("what lies outside the picture is left out", () => {
  const raster = painted(quadOfBox({ x: -30, y: -30, width: 40, height: 40 }));
  expect([isBlack(raster, 0, 0), isBlack(raster, 9, 9), isBlack(raster, 12, 12), isBlack(raster, 47, 5)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(painted(quadOfBox({ x: 500, y: 500, width: 4, height: 4 })).data.every((value) => value === 255)).toBe(true);
});

test("a quad without coordinates is refused", () => {
  expect(() => painted(quadOfBox({ x: Number.NaN, y: 0, width: 4, height: 4 }))).toThrow(/nothing was written/);
});
