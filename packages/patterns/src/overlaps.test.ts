import { expect, test } from "vitest";
import type { EntityType, Match } from "./detector.js";
import { withoutOverlaps } from "./overlaps.js";

const TEXT = "0123456789-ABCDEFGHIJ";

function match(start: number, end: number, score: number, entityType: EntityType = "name"): Match {
  return { entityType, span: { start, end }, score, reason: "format" };
}

function settled(...matches: Match[]): string[] {
  return withoutOverlaps(matches, TEXT).map(
    ({ entityType, span }) => `${entityType} ${TEXT.slice(span.start, span.end)}`,
  );
}

test("matches apart from one another stay, in order of place", () => {
  expect(settled(match(5, 7, 0.5), match(0, 2, 0.9), match(2, 5, 0.6))).toEqual(["name 01", "name 234", "name 56"]);
});

test("the higher score wins, whatever its length", () => {
  expect(settled(match(2, 5, 0.6), match(1, 4, 0.9, "qq"), match(2, 4, 0.8))).toEqual(["qq 123", "name 4"]);
  expect(settled(match(0, 5, 0.6), match(0, 3, 0.9))).toEqual(["name 012"]);
});

test("of equal scores the longer wins, and then the earlier", () => {
  expect(settled(match(0, 3, 0.8), match(0, 5, 0.8, "qq"))).toEqual(["qq 01234"]);
  expect(settled(match(2, 5, 0.8), match(0, 3, 0.8, "qq"))).toEqual(["qq 012", "name 34"]);
});

test("what loses keeps what no better one covers, on both sides", () => {
  expect(settled(match(0, 9, 0.6, "address"), match(3, 5, 0.9, "phone"))).toEqual([
    "address 012",
    "phone 34",
    "address 5678",
  ]);
});

test("signs alone are no rest, and none stand at the ends of one", () => {
  expect(settled(match(0, 10, 0.9, "phone"), match(5, 11, 0.6))).toEqual(["phone 0123456789"]);
  expect(settled(match(0, 10, 0.9, "phone"), match(5, 13, 0.6))).toEqual(["phone 0123456789", "name AB"]);
});

test("a match that hangs on by others does not lose to one it does not touch", () => {
  expect(settled(match(0, 3, 0.9), match(2, 6, 0.5, "qq"), match(5, 9, 0.7))).toEqual([
    "name 012",
    "qq 34",
    "name 5678",
  ]);
});
