import { expect, test } from "vitest";
import { taiwanCheck } from "./taiwan-id.js";

test.each([
  // 1×1 + 0×9 + 1×8 + 2×7 + 3×6 + 4×5 + 5×4 + 6×3 + 7×2 + 8×1 = 121, 130 − 121 = 9.
  ["A12345678", "9"],
  ["A10000000", "1"],
  ["A80000001", "4"],
  ["I20000000", "5"],
])("%s is closed by %s", (body, check) => {
  expect(taiwanCheck(body)).toBe(check);
});

test.each([..."ABCDEFGHJKLMNPQRSTUVXYWZIO"].map((letter, index) => [letter, 10 + index] as const))(
  "the letter %s stands for %i",
  (letter, code) => {
    const sum = Math.floor(code / 10) + (code % 10) * 9;
    expect(taiwanCheck(`${letter}00000000`)).toBe(String((10 - (sum % 10)) % 10));
  },
);

test.each([
  ["A00000001", 1],
  ["A00000010", 2],
  ["A00000100", 3],
  ["A00001000", 4],
  ["A00010000", 5],
  ["A00100000", 6],
  ["A01000000", 7],
  ["A10000000", 8],
])("the one digit of %s counts by its weight %i", (body, weight) => {
  expect(taiwanCheck(body)).toBe(String((10 - ((1 + weight) % 10)) % 10));
});
