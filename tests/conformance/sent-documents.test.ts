import { describe, expect, test } from "vitest";
import { type Judged, measureRecall } from "../builders/corpus/recall.ts";
import { SHAPES, sentDocumentsOf } from "../builders/corpus/sent/index.ts";

/** Of each shape, so many documents of each seed. The first seed may be looked into. */
const TIMES = 8;
const SEEDS = [1, 2];

/** The least share of all values of a kind that a scan covers whole; everything else is structured. */
const FLOORS = {
  "name, label": 0.98,
  "name, beside": 0.94,
  "name, none": 0.92,
  "address, beside": 0.93,
  structured: 0.995,
};
/** Shares of the values of any one shape of document. */
const LEAST_OF_A_SHAPE = 0.85;
/** Findings a document that touch nothing planted. */
const MOST_FALSE_ALARMS = 0.05;

const documents = SEEDS.flatMap((seed) => sentDocumentsOf(seed, TIMES));
const { judged, falseAlarms } = await measureRecall(documents);

describe("of what people send each other, a scan covers whole", () => {
  test.each(Object.entries(FLOORS))("%s: at least %d", (group, floor) => {
    expect(shareWhole(judged.filter((one) => groupOf(one) === group))).toBeGreaterThanOrEqual(floor);
  });

  test.each([...new Set(documents.map(({ kind }) => kind))])("most values of %s", (kind) => {
    expect(shareWhole(judged.filter(({ document }) => document.kind === kind))).toBeGreaterThanOrEqual(
      LEAST_OF_A_SHAPE,
    );
  });
});

test("no value but a name is covered in part", () => {
  const partial = judged.filter(({ truth, outcome }) => outcome === "partial" && truth.entityType !== "name");
  expect(partial.map(({ document, truth }) => `${document.kind}: ${truth.entityType}`)).toEqual([]);
});

test("hardly a finding touches nothing that was planted", () => {
  expect(falseAlarms.length / documents.length).toBeLessThanOrEqual(MOST_FALSE_ALARMS);
});

test("every shape of document comes up", () => {
  expect(new Set(documents.map(({ kind }) => kind)).size).toBe(SHAPES);
});

function groupOf({ truth: { entityType, cue } }: Judged): string {
  const isNamed = entityType === "name" || (entityType === "address" && cue === "beside");
  return isNamed ? `${entityType}, ${cue}` : "structured";
}

function shareWhole(values: readonly Judged[]): number {
  return values.filter(({ outcome }) => outcome === "whole").length / values.length;
}
