import { isDeepStrictEqual } from "node:util";
import { detect } from "@tuhei/patterns";
import { describe, expect, test } from "vitest";
import { kindOf, ours, readVectors, theirs, type Vector } from "./vectors/ask.ts";
import { deviations } from "./vectors/deviations.ts";

const vectors = readVectors();
const asked = vectors.filter((vector) => kindOf(vector).ask !== "left");
const nameOf = ({ type, input }: Vector) => `${type} ${input}`;
const oursOf = (vector: Vector) => ours(vector, kindOf(vector));
const theirsOf = (vector: Vector) => theirs(vector, kindOf(vector));
const reasons = new Map(deviations.flatMap(({ because, rows }) => rows.map((row) => [row, because] as const)));

describe.each([...new Set(asked.map(({ type }) => type))])("%s", (type) => {
  test.each(asked.filter((vector) => vector.type === type))("$input of $source_repo", (vector) => {
    if (!reasons.has(nameOf(vector))) expect(oursOf(vector)).toEqual(theirsOf(vector));
  });
});

test("every deviation with a reason is still one of some row", () => {
  // Projects disagree on some inputs: one of them does.
  const deviating = new Set(asked.filter((vector) => !isDeepStrictEqual(oursOf(vector), theirsOf(vector))).map(nameOf));
  expect([...reasons.keys()].filter((row) => !deviating.has(row))).toEqual([]);
  const projects = new Set(vectors.map(({ source_repo }) => source_repo)).size;
  console.info(
    `${vectors.length} rows of ${projects} projects: ${asked.length} asked, ${vectors.length - asked.length} left, ${deviating.size} inputs deviate`,
  );
});

test("what is not asked is left for a reason, and is little", () => {
  expect(asked.length).toBeGreaterThan(vectors.length * 0.9);
});

test("service numbers are nobody's behind a label either", () => {
  const service = vectors.filter(({ type }) => type === "cn_service_400_800");
  expect(service.length).toBeGreaterThan(0);
  expect(service.flatMap(({ input }) => detect(`客服电话：${input}`))).toEqual([]);
});
