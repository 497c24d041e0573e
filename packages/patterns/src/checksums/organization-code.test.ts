import { expect, test } from "vitest";
import { organizationCheck } from "./organization-code.js";

test.each([
  // Weighted sum 199, remainder 1, 11 − 1 = 10.
  ["D2143569", "X"],
  // Weighted sum 109, remainder 10, 11 − 10 = 1.
  ["60003734", "1"],
  // Remainder 0, 11 − 0 = 11, written 0.
  ["00000000", "0"],
])("%s is closed by %s", (body, check) => {
  expect(organizationCheck(body)).toBe(check);
});

test.each([
  ["10000000", "8"],
  ["01000000", "4"],
  ["00100000", "2"],
  ["00010000", "1"],
  ["00001000", "6"],
  ["00000100", "3"],
  ["00000010", "7"],
  ["00000001", "9"],
])("the one place of %s that is not 0 counts by its own weight", (body, check) => {
  expect(organizationCheck(body)).toBe(check);
});
