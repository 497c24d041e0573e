import { describe, expect, test } from "vitest";
import { chanceOf } from "../builders/corpus/chance.ts";
import { layouts, type Picture, type PictureCase, pictureCases } from "../builders/image-corpus/index.ts";
import { printed } from "../builders/image-corpus/printed.ts";
import { traits } from "../builders/image-corpus/traits.ts";

/** Pixels of each label in a picture. */
function inkOf({ ink }: Picture): Map<number, number> {
  const counts = new Map<number, number>();
  for (const label of ink) if (label > 0) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function caseOf(part: Partial<PictureCase>): PictureCase {
  const found = pictureCases(1).find((one) =>
    Object.entries(part).every(([key, value]) => one[key as keyof PictureCase] === value),
  );
  return found!;
}

describe.each([1, 2])("seed %i", (seed) => {
  const cases = pictureCases(seed);

  test.each(Object.entries(traits))("has %s", (_trait, shownBy) => {
    for (const one of shownBy)
      expect(
        cases.some(({ kind, degradation }) => kind === one || degradation === one),
        one,
      ).toBe(true);
  });

  test("has every layout and, in both tiers, every degradation", () => {
    expect(new Set(cases.map(({ kind }) => kind))).toEqual(new Set(Object.keys(layouts)));
    const hard = new Set(cases.filter(({ tier }) => tier === "hard").map(({ degradation }) => degradation));
    const mild = new Set(cases.filter(({ tier }) => tier === "mild").map(({ degradation }) => degradation));
    expect(mild).toEqual(new Set([...hard, "none"]));
    expect(hard.size).toBeGreaterThanOrEqual(20);
  });
});

test("the seeds share no picture", () => {
  const names = new Set(pictureCases(1).map(({ name }) => name));
  expect(pictureCases(2).some(({ name }) => names.has(name))).toBe(false);
});

test("the same case is the same picture", async () => {
  const one = caseOf({ tier: "hard", degradation: "hurry" });
  const [first, second] = [await one.build(), await one.build()];
  expect(Buffer.from(first.raster.data).equals(Buffer.from(second.raster.data))).toBe(true);
  expect(Buffer.from(first.ink.buffer).equals(Buffer.from(second.ink.buffer))).toBe(true);
  expect(second.truths).toEqual(first.truths);
});

test.each(Object.entries(layouts))("every value of %s has ink inside of its quad", async (_kind, layout) => {
  const { raster, ink, truths } = await printed(await layout(chanceOf(5)));
  const counts = inkOf({ raster, ink, truths });
  const spots = truths.flatMap((truth) => truth.spots);
  expect([...counts.keys()].sort((a, b) => a - b)).toEqual(spots.map(({ label }) => label).sort((a, b) => a - b));
  for (let at = 0; at < ink.length; at++) {
    if (ink[at] === 0) continue;
    const { quad } = spots.find(({ label }) => label === ink[at])!;
    const [x, y] = [(at % raster.width) + 0.5, Math.floor(at / raster.width) + 0.5];
    if (x < quad[0].x || x > quad[2].x || y < quad[0].y || y > quad[2].y) expect([x, y]).toEqual(quad);
  }
});

test.each(["perspective", "tilt", "upside-down", "curl", "crease", "far", "several"] as const)(
  "under %s the quads stay around the ink",
  async (degradation) => {
    const { raster, ink, truths } = await caseOf({ tier: "hard", degradation }).build();
    const spots = new Map(truths.flatMap((truth) => truth.spots).map(({ label, quad }) => [label, quad]));
    // The ink of a bent or shifted line leaves the straight quad between its corners by as much as the line bends.
    const slack = { curl: 40, crease: 12 }[degradation as string] ?? 2;
    for (let at = 0; at < ink.length; at += 7) {
      if (ink[at] === 0) continue;
      const [x, y] = [at % raster.width, Math.floor(at / raster.width)];
      const quad = spots.get(ink[at]!)!;
      const [xs, ys] = [quad.map((corner) => corner.x), quad.map((corner) => corner.y)];
      const isNear =
        x >= Math.min(...xs) - slack &&
        x <= Math.max(...xs) + slack &&
        y >= Math.min(...ys) - slack &&
        y <= Math.max(...ys) + slack;
      if (!isNear) expect([x, y]).toEqual(quad);
    }
  },
);

test("what an owner masked counts no longer, the rest does", async () => {
  const one = caseOf({ tier: "mild", degradation: "masked" });
  const masked = await one.build();
  expect(masked.truths.length).toBeGreaterThan(0);
  expect(masked.truths.length).toBeLessThan(inkOf(masked).size);
});
