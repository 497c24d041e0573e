import { describe, expect, test } from "vitest";
import { shapeOf } from "./pattern-shape.js";

describe("the ways through a pattern", () => {
  test.each([
    ["EMP-\\d{6}", 1, 10],
    ["[A-Z]{1,3}-?\\d{4,8}", 3 * 2 * 5, 12],
    ["ab|cd?|", 1 + 2 + 1, 2],
    ["(?:a?){3}", 8, 3],
    ["(?<value>a|b){0,2}", 1 + 2 + 4, 2],
    ["(?<=x{1,2})a(?!b|c)", 2 * 2, 1],
    ["\\u{20BB7}\\u5409\\x41\\p{Lu}.", 1, 8],
    ["[\\]\\-a-c]{2}?", 1, 2],
  ])("%s has %i, and is %i units long at most", (source, paths, longest) => {
    expect(shapeOf(source)).toMatchObject({ paths, longest });
  });
});

describe("what a pattern can begin with", () => {
  test.each([
    ["[A-C]1", "ABC"],
    ["a?[bc]?d", "abcd"],
    ["(?:工号|x)1", "工x"],
    ["(?=z)\\d", "0123456789"],
    ["\\.[^x]", "."],
    ["\\u5de5", "工"],
    ["[a\\x62]", "ab"],
    ["a{0}b", "b"],
    ["[a-]", "a-"],
  ])("%s: %s", (source, starts) => {
    expect(shapeOf(source).starts).toBe(starts);
  });

  test.each([".a", "[^a]", "\\p{Script=Han}", "[一-龥]", "\\s", "\\S"])("%s: too many to list", (source) => {
    expect(shapeOf(source).starts).toBeUndefined();
  });

  test("a word character is one of 63", () => {
    expect(shapeOf("\\w").starts).toHaveLength(63);
  });
});

test.each([
  ["", true],
  ["a?", true],
  ["a|", true],
  ["(?=a)", true],
  ["a{0,3}", true],
  ["a", false],
  ["a|b", false],
])("whether %j matches nothing at all: %s", (source, isEmpty) => {
  expect(shapeOf(source).isEmpty).toBe(isEmpty);
});

test.each([
  ["(a+)+", "a repetition without an end; write how often at most, as in {1,20}, at character 3"],
  ["a*", "a repetition without an end"],
  ["a{2,}", "a repetition without an end"],
  ["(a{1,10}){1,10}", "ways to match"],
  ["(a|a){1,20}", "ways to match"],
  ["(?:a?){20}a{20}", "ways to match"],
  ["\\d{1,30}\\d{1,30}\\d{1,30}", "ways to match"],
  ["a{161}", "may match more than 160"],
  ["(?<x>a)\\k<x>", "back-references"],
  ["(a)\\1", "back-references"],
  ["^a", '"^" is not needed'],
  ["a$", '"$" is not needed'],
  ["a\\b", "does not see Chinese characters"],
  ["(", "not a regular expression"],
  ["\\a", "not a regular expression"],
  ["a".repeat(501), "longer than 500"],
])("%s is refused: %s", (source, message) => {
  expect(() => shapeOf(source, "x")).toThrow(/^x: /);
  expect(() => shapeOf(source, "x")).toThrow(message);
});
