import { expect, test } from "vitest";
import { hasCardPrefix, isChineseCard } from "./card-prefixes.js";

/** A number of so many digits that begins so; not a card, the check digit is left to others. */
const numberOf = (prefix: string, digits: number) => prefix.padEnd(digits, "0");

test.each([
  ["621700", 19],
  ["622580", 16],
  ["629999", 19],
  ["601428", 17],
  ["370246", 15],
  ["436728", 16],
])("a number with %s and %d digits is a card issued in China", (prefix, digits) => {
  expect(isChineseCard(numberOf(prefix, digits))).toBe(true);
  expect(hasCardPrefix(numberOf(prefix, digits))).toBe(true);
});

test.each([
  ["621700", 15],
  ["601428", 19],
  ["411111", 16],
  ["810000", 16],
])("of a number with %s and %d digits nothing is known", (prefix, digits) => {
  expect(isChineseCard(numberOf(prefix, digits))).toBe(false);
});

test.each([
  ["", 0],
  ["170000", 16],
  ["888", 16],
  ["999999", 15],
  ["62", 15],
  ["62", 20],
])("%j with %d digits is no card", (prefix, digits) => {
  expect(hasCardPrefix(numberOf(prefix, digits))).toBe(false);
});
