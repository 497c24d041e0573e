import { expect, test } from "vitest";
import { areCardLines, isPassportLine } from "./travel-document.js";

// The specimens of Utopia: ICAO Doc 9303-4, appendix B, and Doc 9303-5, appendix B.
const PASSPORT = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
const CARD = ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6"] as const;

/** A character that cannot leave the same remainder: the next digit or letter. */
function slipAt(line: string, at: number): string {
  const next = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ1"["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(line[at]!) + 1];
  return line.slice(0, at) + next + line.slice(at + 1);
}

test("the standard's specimens are right", () => {
  expect(isPassportLine(PASSPORT)).toBe(true);
  expect(areCardLines(...CARD)).toBe(true);
});

test("all fields of a line count together, from the first to the last", () => {
  // An invented number; the specimen's fields happen to leave no remainder without some of them.
  expect(isPassportLine("G987654328CHN9001310M3006151<<<<<<<<<<<<<<<6")).toBe(true);
});

test.each([0, 8, 9, 13, 18, 19, 21, 26, 27, 28, 36, 42, 43])("a slip at %i of a passport's line shows", (at) => {
  expect(isPassportLine(slipAt(PASSPORT, at))).toBe(false);
});

test.each([5, 13, 14])("a slip at %i of a card's first line shows", (at) => {
  expect(areCardLines(slipAt(CARD[0], at), CARD[1])).toBe(false);
});

test.each([0, 5, 6, 8, 13, 14, 29])("a slip at %i of a card's second line shows", (at) => {
  expect(areCardLines(CARD[0], slipAt(CARD[1], at))).toBe(false);
});

test("optional data count among all together", () => {
  expect(areCardLines(CARD[0].replace("7<", "77"), CARD[1])).toBe(false);
  expect(areCardLines(CARD[0], CARD[1].replace("UTO<", "UTO1"))).toBe(false);
});

test("a field that only its own check digit gives away", () => {
  // The slips of two fields cancel out in the digit for all together.
  const number = "L898902C46UTO7408122F1204159ZE184226B<<<<<1";
  const closed = number + "0123456789".split("").find((digit) => isPassportLine(number + digit));
  expect(closed).toBe(`${number}undefined`);
});

test("lines of other lengths are none", () => {
  expect(isPassportLine(PASSPORT.slice(0, -1))).toBe(false);
  expect(isPassportLine(`${PASSPORT}<`)).toBe(false);
  expect(areCardLines(`${CARD[0]}<`, CARD[1])).toBe(false);
  expect(areCardLines(CARD[0], `${CARD[1]}<`)).toBe(false);
  expect(areCardLines("", "")).toBe(false);
});
