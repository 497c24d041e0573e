import { expect, test } from "vitest";
import { luhn } from "./luhn.js";

test.each([
  "79927398713", // the formula's textbook number
  "4111111111111111",
  "6217000341034103418",
  "0",
  "18",
  "59",
])("%s is closed rightly", (digits) => {
  expect(luhn(digits)).toBe(true);
});

test.each(["79927398710", "4111111111111112", "6227880100100105123", "6222026006705354217", "", "1", "81"])(
  "%j is not",
  (digits) => {
    expect(luhn(digits)).toBe(false);
  },
);

test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])("every other slip at the digit %i shows", (digit) => {
  const valid = [...Array(10).keys()].find((check) => luhn(`${digit}${check}`));
  for (let other = 0; other < 10; other++) expect(luhn(`${other}${valid}`)).toBe(other === digit);
});
