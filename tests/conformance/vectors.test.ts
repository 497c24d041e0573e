import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { type Answer, ours, theirs } from "./vectors/answers.ts";
import { left, texts, values } from "./vectors/questions.ts";
import { type Row, rows } from "./vectors/rows.ts";

/** Where we say otherwise than a peer, and why. */
interface Deviation {
  readonly because: string;
  readonly type: string;
  /** What we answer, input by input: whether a value is found, or what is found in a text. */
  readonly ours: Readonly<Record<string, Answer>>;
}

/** All there are; README's figure. */
const COUNT = 1529;

const deviations: readonly Deviation[] = JSON.parse(
  readFileSync(new URL("vectors/deviations.json", import.meta.url), "utf8"),
);
const deviating = new Map(
  deviations.flatMap(({ type, ours }) =>
    Object.entries(ours).map(([input, answer]) => [keyOf({ type, input }), answer]),
  ),
);
const [asked, unasked] = [rows.filter(({ type }) => left[type] === undefined), rows.filter(({ type }) => left[type])];

describe.each(Object.keys({ ...values, ...texts }))("%s", (type) => {
  test.each(asked.filter((row) => row.type === type))("$input of $source_repo: $expected", (row) => {
    expect(ours(row)).toEqual(deviating.get(keyOf(row)) ?? theirs(row));
  });
});

test("every row is put to tuhei, or is of a kind that says why not", () => {
  expect(rows).toHaveLength(COUNT);
  expect(asked.filter(({ type }) => !values[type] && !texts[type]).map(({ type }) => type)).toEqual([]);
  expect(Object.keys(left).filter((type) => !unasked.some((row) => row.type === type))).toEqual([]);
});

test("every deviation has a reason, and is one", () => {
  const agreed = [...deviating.keys()].filter((key) =>
    asked.every((row) => keyOf(row) !== key || isSame(ours(row), theirs(row))),
  );
  expect(agreed).toEqual([]);
  expect(deviations.filter(({ because }) => because.length < 20)).toEqual([]);
});

afterAll(() => {
  const others = asked.filter((row) => deviating.has(keyOf(row)) && !isSame(ours(row), theirs(row)));
  console.log(
    `${rows.length} rows: ${asked.length} put to tuhei, ${others.length} of them answered otherwise for ${deviations.length} reasons; ${unasked.length} left`,
  );
});

function keyOf({ type, input }: Pick<Row, "type" | "input">): string {
  return `${type} ${input}`;
}

function isSame(one: Answer, other: Answer): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
