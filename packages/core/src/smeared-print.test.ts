import { describe, expect, test } from "vitest";
import { type Box, boxAround, quadOfBox } from "./model/geometry.js";
import type { Raster } from "./ocr/engine.js";
import { smearedPrint } from "./smeared-print.js";

const [WIDTH, HEIGHT, LINE] = [500, 120, 32];
/** Print was here, 32 pixels high. */
const PRINT: Box = { x: 120, y: 44, width: 200, height: 32 };
const place = { quad: quadOfBox({ x: 20, y: 24, width: 460, height: 72 }), lineHeight: LINE };

type Levels = (x: number, y: number) => number;

function pictureOf(levelAt: Levels): Raster {
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let at = 0; at < WIDTH * HEIGHT; at++)
    data.fill(levelAt(at % WIDTH, Math.floor(at / WIDTH)), at * 3, at * 3 + 3);
  return { data, width: WIDTH, height: HEIGHT };
}

const paper: Levels = () => 230;
/** Security print and grain. */
const guilloche: Levels = (x, y) =>
  225 + 8 * Math.sin(x / 3 + 2 * Math.sin(y / 9)) + (((x * 7919 + y * 104729) % 11) - 5);
/** Print of which a blur left a grey bar that ends softly, so much darker than its ground. */
const smeared =
  (ground: Levels, by: number): Levels =>
  (x, y) => {
    const softly = (at: number, from: number, length: number) =>
      Math.min(1, Math.max(0, (at - from + 8) / 16)) * Math.min(1, Math.max(0, (from + length + 8 - at) / 16));
    return ground(x, y) - by * softly(x, PRINT.x, PRINT.width) * softly(y, PRINT.y, PRINT.height);
  };
const ruled =
  (ground: Levels): Levels =>
  (x, y) =>
    y === 30 || y === 31 || y === 92 || x === 200 || x === 201 ? 40 : ground(x, y);
const shaded =
  (ground: Levels): Levels =>
  (x, y) =>
    ground(x, y) - x / 6 - y / 3;

describe("print that was smeared", () => {
  test.each([
    ["paper", smeared(paper, 70)],
    ["a security pattern", smeared(guilloche, 60)],
    ["paper in a shadow", smeared(shaded(paper), 50)],
    ["a dark card, lighter than it", smeared(() => 60, -60)],
    ["a cell of a table", smeared(ruled(paper), 70)],
  ])("is told on %s, all of it", (_name, levels) => {
    const { x, y, width, height } = boxAround(smearedPrint(pictureOf(levels), place, [])!);
    expect(x).toBeLessThanOrEqual(PRINT.x + 6);
    expect(x + width).toBeGreaterThanOrEqual(PRINT.x + PRINT.width - 6);
    expect(y).toBeLessThanOrEqual(PRINT.y + 6);
    expect(y + height).toBeGreaterThanOrEqual(PRINT.y + PRINT.height - 6);
    expect(width * height).toBeLessThan(2 * PRINT.width * PRINT.height);
  });

  test("is told on a picture that lies askew, along it", () => {
    const [cos, sin] = [Math.cos(0.2), Math.sin(0.2)];
    const level = smeared(paper, 70);
    // The sheet turned about its middle: what a pixel shows stood where it is turned back to.
    const back = (x: number, y: number) => ({
      x: 250 + (x - 250) * cos + (y - 60) * sin,
      y: 60 + (y - 60) * cos - (x - 250) * sin,
    });
    const turned = pictureOf((x, y) => level(back(x, y).x, back(x, y).y));
    const quad = quadOfBox({ x: 90, y: 24, width: 260, height: 72 }).map(({ x, y }) => ({
      x: 250 + (x - 250) * cos - (y - 60) * sin,
      y: 60 + (x - 250) * sin + (y - 60) * cos,
    }));
    const [a, b] = smearedPrint(turned, { quad: [quad[0]!, quad[1]!, quad[2]!, quad[3]!], lineHeight: LINE }, [])!;
    expect(Math.atan2(b.y - a.y, b.x - a.x)).toBeCloseTo(0.2, 2);
    expect(Math.hypot(b.x - a.x, b.y - a.y)).toBeGreaterThan(PRINT.width - 12);
  });
});

describe("nothing is told", () => {
  test.each([
    ["of paper", paper],
    ["of a security pattern", guilloche],
    ["of a shadow's edge", shaded(guilloche)],
    ["of the rules of a table", ruled(paper)],
    ["of a thick rule at the upper edge", (_x, y) => (y < 30 ? 40 : 230)],
    ["of a speck", (x, y) => (Math.hypot(x - 200, y - 60) < 5 ? 40 : 230)] as [string, Levels],
  ])("%s", (_name, levels) => {
    expect(smearedPrint(pictureOf(levels), place, [])).toBeUndefined();
  });

  test("of a black box", () => {
    const covered = pictureOf((x, y) => (x >= 110 && x < 330 && y >= 40 && y < 80 ? 0 : 230));
    expect(smearedPrint(covered, place, [])).toBeUndefined();
  });

  test("of what is known", () => {
    const picture = pictureOf(smeared(paper, 70));
    const around = quadOfBox({ x: PRINT.x - 10, y: PRINT.y - 10, width: PRINT.width + 20, height: PRINT.height + 20 });
    expect(smearedPrint(picture, place, [around])).toBeUndefined();
  });
});
