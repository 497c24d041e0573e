import { expect, test } from "vitest";
import { s10Check } from "./s10.js";

test.each([
  // The standard's own example, RA 473124829: the weighted sum is 200, mod 11 is 2, 11 − 2 = 9.
  ["47312482", "9"],
  // Remainder 0: 11, written 5.
  ["00000000", "5"],
  // Remainder 1: 10, written 0.
  ["00000101", "0"],
])("%s is closed by %s", (serial, check) => {
  expect(s10Check(serial)).toBe(check);
});

test.each([
  ["10000000", "3"],
  ["01000000", "5"],
  ["00100000", "7"],
  ["00010000", "9"],
  ["00001000", "8"],
  ["00000100", "6"],
  ["00000010", "2"],
  ["00000001", "4"],
])("the one place of %s that is not 0 counts by its own weight", (serial, check) => {
  expect(s10Check(serial)).toBe(check);
});
