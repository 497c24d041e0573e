import { expect, test } from "vitest";
import { cardKind, hasCardPrefix } from "./card-prefixes.js";

/** A number of so many digits that begins so; not a card, the check digit is left to others. */
const numberOf = (prefix: string, digits: number) => prefix.padEnd(digits, "0");

test.each([
  ["621700", 19, "debit"],
  ["622848", 19, "debit"],
  ["622202", 19, "debit"],
  ["622580", 16, "debit"],
  ["601428", 17, "debit"],
  ["370246", 15, "credit"],
  ["628310", 16, "credit"],
] as const)("a number with %s and %d digits is a %s card", (prefix, digits, kind) => {
  expect(cardKind(numberOf(prefix, digits))).toBe(kind);
  expect(hasCardPrefix(numberOf(prefix, digits))).toBe(true);
});

test("a known prefix with another number of digits says nothing of the kind", () => {
  expect(cardKind(numberOf("621700", 16))).toBeUndefined();
  expect(cardKind(numberOf("601428", 19))).toBeUndefined();
});

test("a new UnionPay prefix, unknown to the table, is still one of a card", () => {
  expect(cardKind(numberOf("629999", 19))).toBeUndefined();
  expect(hasCardPrefix(numberOf("629999", 19))).toBe(true);
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
