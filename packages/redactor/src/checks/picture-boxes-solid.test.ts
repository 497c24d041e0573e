import { bytesSource, type Quad, quadOfBox } from "@tuhei/core";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { encodePicture } from "../writers/picture/encode.js";
import { fillQuad } from "../writers/picture/fill-quad.js";
import { samplesOf } from "../writers/picture/samples.js";
import { pictureBoxesSolid } from "./picture-boxes-solid.js";

const [width, height] = [160, 120];
const slanted: Quad = [
  { x: 20.3, y: 20.7 },
  { x: 120.2, y: 45.1 },
  { x: 115.4, y: 64.9 },
  { x: 15.5, y: 40.4 },
];

/** The hardest background for a lossy codec: every pixel black or white, by a fixed rule without a pattern. */
function noise(): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length: width * height * 3 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state % 2 === 0 ? 0 : 255;
  });
}

async function examined(bytes: Uint8Array, name: string, quads: readonly Quad[], page = 0) {
  return pictureBoxesSolid.run(bytesSource(bytes, name), {
    redactions: [{ entityType: "phone", page, quads }],
    values: new Set(),
  });
}

describe.each(["jpeg", "png", "webp"] as const)("in %s", (format) => {
  test.each([
    ["slanted", slanted],
    ["upright", quadOfBox({ x: 30, y: 30, width: 90, height: 17 })],
    ["thin", quadOfBox({ x: 30, y: 30, width: 90, height: 2 })],
    ["half outside", quadOfBox({ x: 100, y: 100, width: 300, height: 300 })],
  ])("the writer's own box passes on noise: %s", async (_name, quad) => {
    const data = noise();
    fillQuad({ data, width, height }, quad);
    const bytes = await encodePicture(samplesOf({ data, width, height }), format, false);
    expect(await examined(bytes, `a.${format}`, [quad])).toEqual([]);
  });

  test("a box that was never painted is a leak", async () => {
    const bytes = await sharp(noise(), { raw: { width, height, channels: 3 } })
      .toFormat(format)
      .toBuffer();
    expect(await examined(bytes, `a.${format}`, [slanted])).toEqual([
      { check: "picture-boxes-solid", page: 0, detail: "a box is not black" },
    ]);
  });

  test("a box with a readable remnant of 4 by 4 pixels is a leak", async () => {
    const data = new Uint8Array(width * height * 3).fill(255);
    fillQuad({ data, width, height }, slanted);
    for (let y = 40; y < 44; y++) data.fill(120, (y * width + 60) * 3, (y * width + 64) * 3);
    const bytes = await encodePicture(samplesOf({ data, width, height }), format, false);
    expect(await examined(bytes, `a.${format}`, [slanted])).toHaveLength(1);
  });

  test("a see-through box is a leak", async () => {
    const data = noise().map((value) => value * 0.3);
    const bytes = await encodePicture(samplesOf({ data, width, height }), format, false);
    expect(await examined(bytes, `a.${format}`, [slanted])).toHaveLength(1);
  });
});

test("a single grey pixel in a lossless picture is a leak", async () => {
  const data = new Uint8Array(width * height * 3);
  data[(42 * width + 60) * 3] = 1;
  const bytes = await encodePicture({ ...samplesOf({ data, width, height }) }, "png", true);
  expect(await examined(bytes, "a.png", [slanted])).toHaveLength(1);
});

test("a box outside the picture, or on a page that is missing, was not blacked out", async () => {
  const data = new Uint8Array(width * height * 3);
  const bytes = await encodePicture(samplesOf({ data, width, height }), "png", true);
  expect(await examined(bytes, "a.png", [quadOfBox({ x: 500, y: 10, width: 20, height: 20 })])).toHaveLength(1);
  expect(await examined(bytes, "a.png", [slanted], 1)).toEqual([
    { check: "picture-boxes-solid", page: 1, detail: "no such page" },
  ]);
});
