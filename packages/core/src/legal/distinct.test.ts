import { expect, test } from "vitest";
import { countOf, createDistinctCounter, EXACT, hashOfValue, isEstimated } from "./distinct.js";

function counterOf(from: number, to: number) {
  const counter = createDistinctCounter();
  for (let number = from; number < to; number++) counter.add(hashOfValue(`138${String(number).padStart(8, "0")}`));
  return counter;
}

test("up to the bound every distinct value counts once, however often it comes", () => {
  const counter = counterOf(0, EXACT);
  counter.merge(counterOf(EXACT / 2, EXACT).values);
  expect(countOf(counter.values)).toBe(EXACT);
  expect(isEstimated(counter.values)).toBe(false);
});

test.each([EXACT + 1, 30_000, 60_000, 500_000])("%d distinct values are counted within 4 %%", (values) => {
  const counter = counterOf(0, values);
  expect(isEstimated(counter.values)).toBe(true);
  // Five standard errors.
  expect(Math.abs(countOf(counter.values) / values - 1)).toBeLessThan(0.04);
});

test("past the bound memory no longer grows", () => {
  const counter = counterOf(0, 200_000);
  expect(counter.values).toHaveProperty("byteLength", 16_384);
});

test.each([
  [0, 100, 50, 150, 150],
  [0, 8_000, 4_000, 12_000, 12_000],
  [0, 100, 0, 50_000, 50_000],
  [0, 50_000, 0, 100, 50_000],
  [0, 50_000, 25_000, 75_000, 75_000],
])("[%d, %d) merged with [%d, %d) counts %d", (from, to, otherFrom, otherTo, union) => {
  const counter = counterOf(from, to);
  counter.merge(counterOf(otherFrom, otherTo).values);
  expect(Math.abs(countOf(counter.values) / union - 1)).toBeLessThan(
    isEstimated(counter.values) ? 0.04 : Number.EPSILON,
  );
});

test("values that differ in one unit have different hashes", () => {
  const hashes = new Set<string>();
  for (let number = 0; number < 100_000; number++) hashes.add(hashOfValue(`张${number}`).join(" "));
  expect(hashes.size).toBe(100_000);
});
