import { expect, test } from "vitest";
import { countOf, fourTimes, hasZero, wordsBetween } from "./byte-words.js";

/** Every value of a byte, many of those that are looked for and their neighbours among them. */
const bytes = Uint8Array.from({ length: 5000 }, (_, at) => {
  const random = Math.imul(at + 1, 0x9e3779b1) >>> 8;
  return random % 3 === 0 ? [0x0a, 0x0b, 0x09, 0x8a, 0x3d, 0x3c, 0x00, 0xff][random % 8]! : (random >>> 8) & 0xff;
});
const slowCount = (byte: number, some: Uint8Array) => some.reduce((count, one) => count + (one === byte ? 1 : 0), 0);

test("bytes are counted four at a time as one by one, wherever they begin and end", () => {
  for (const byte of [0x0a, 0x00, 0x8a, 0xff])
    for (let from = 0; from < 9; from++)
      for (const length of [0, 1, 2, 3, 4, 5, 7, 1024, 4096, 4991 - from]) {
        const some = bytes.subarray(from, from + length);
        expect(countOf(byte, some)).toBe(slowCount(byte, some));
      }
  expect(countOf(0x0a, new Uint8Array(100_003).fill(0x0a))).toBe(100_003);
});

test("words are those of the bytes between the places", () => {
  for (let from = 0; from < 6; from++)
    for (let to = from; to < from + 14; to++) {
      const { first, words } = wordsBetween(bytes.subarray(1), from, to);
      expect(first).toBeLessThanOrEqual(Math.min(to, from + 3));
      const held = new Uint8Array(words.slice().buffer);
      expect([...held]).toEqual([...bytes.subarray(1 + first, 1 + first + held.length)]);
      expect(to - first - held.length).toBeLessThan(4);
    }
});

test("a zero among four bytes is seen, and nothing else is taken for one", () => {
  for (let at = 0; at + 4 <= bytes.length; at++) {
    const four = bytes.subarray(at, at + 4);
    const word = new Uint32Array(four.slice().buffer)[0]!;
    expect(hasZero(word)).toBe(four.includes(0));
    expect(hasZero(word ^ fourTimes(0x3d))).toBe(four.includes(0x3d));
  }
});
