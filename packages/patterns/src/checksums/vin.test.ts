import { expect, test } from "vitest";
import { vinCheck } from "./vin.js";

test.each([
  // 49 CFR 565.15 (c): the regulation's own example gives 351, mod 11 is 10, written X.
  ["1M8GDM9A_KP042788", "X"],
  ["LSJA24U62JG269225", "2"],
  ["11111111111111111", "1"],
])("%s is closed by %s", (vin, check) => {
  expect(vinCheck(vin.replace("_", "0"))).toBe(check);
});

test("the ninth place does not count itself", () => {
  expect(vinCheck("1M8GDM9A0KP042788")).toBe(vinCheck("1M8GDM9A7KP042788"));
});

test.each([
  ["A", "8"],
  ["B", "5"],
  ["C", "2"],
  ["D", "10"],
  ["E", "7"],
  ["F", "4"],
  ["G", "1"],
  ["H", "9"],
  ["J", "8"],
  ["K", "5"],
  ["L", "2"],
  ["M", "10"],
  ["N", "7"],
  ["P", "1"],
  ["R", "6"],
  ["S", "5"],
  ["T", "2"],
  ["U", "10"],
  ["V", "7"],
  ["W", "4"],
  ["X", "1"],
  ["Y", "9"],
  ["Z", "6"],
])("the letter %s counts by the table", (letter, check) => {
  expect(vinCheck(`${letter}0000000000000000`)).toBe(check === "10" ? "X" : check);
});

test.each([
  [0, "8"],
  [1, "7"],
  [2, "6"],
  [3, "5"],
  [4, "4"],
  [5, "3"],
  [6, "2"],
  [7, "X"],
  [8, "0"],
  [9, "9"],
  [10, "8"],
  [11, "7"],
  [12, "6"],
  [13, "5"],
  [14, "4"],
  [15, "3"],
  [16, "2"],
])("place %i counts by its weight", (at, check) => {
  const zeros = "00000000000000000";
  expect(vinCheck(`${zeros.slice(0, at)}1${zeros.slice(at + 1)}`)).toBe(check);
});

test.each(["I", "O", "Q", "-", "", "a"])("%j is no character of such a number", (character) => {
  expect(vinCheck(`${character}1111111111111111`.slice(0, 17).padEnd(16, "1"))).toBeUndefined();
});
