import { expect, test } from "vitest";
import { createAsciiValues } from "./ascii-values.js";

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The same numbers every time (Numerical Recipes' linear congruential generator, its upper bits). */
function sequence(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % limit;
  };
}

test("no value is missed that begins between the places", () => {
  const next = sequence(3);
  // Few characters, so that prefixes and parts of them come up everywhere.
  const some = (least: number, most: number) =>
    Array.from({ length: least + next(most - least + 1) }, () => "12a "[next(4)]).join("");
  let begun = 0;
  for (let count = 0; count < 20_000; count++) {
    const values = Array.from({ length: 1 + next(4) }, () => some(6, 9));
    const text = some(0, 40) + (next(2) === 0 ? values[0] : "") + some(0, 20);
    const sought = createAsciiValues();
    for (const value of values) sought.add(value);
    const from = next(30);
    const to = from + next(40);
    const places = values.map((value) => text.indexOf(value, from)).filter((at) => at >= 0 && at < to);
    if (places.length === 0) continue;
    begun++;
    if (!sought.mayBegin(bytesOf(text), from, to)) expect([values, text, from, to]).toEqual([]);
  }
  expect(begun).toBeGreaterThan(2000);
});

test("what begins as no value does is told apart", () => {
  const sought = createAsciiValues();
  for (const value of ["13900001234", "zhang.wei@example.com"]) sought.add(value);
  const text = "GET /api/v1/items 200 1390000 13900 zhang wei 2026-03-01\n".repeat(100);
  expect(sought.mayBegin(bytesOf(text), 0, text.length)).toBe(true);
  const other = text.replaceAll("1390000", "1390100");
  expect(sought.mayBegin(bytesOf(other), 0, other.length)).toBe(false);
});

test("a value of other characters stands in no ASCII, and a very short one is taken to stand anywhere", () => {
  const sought = createAsciiValues();
  sought.add("林晓峰");
  expect(sought.mayBegin(bytesOf("lin xiao feng"), 0, 13)).toBe(false);
  sought.add("a\tb");
  expect(sought.mayBegin(bytesOf("lin xiao feng"), 0, 13)).toBe(true);
});

test("of very many values one is taken to stand anywhere", () => {
  const sought = createAsciiValues();
  for (let index = 0; index < 2000; index++) sought.add(String(13_900_000_000 + index * 104_729));
  expect(sought.mayBegin(bytesOf("nothing"), 0, 7)).toBe(true);
});
