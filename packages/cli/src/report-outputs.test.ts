import { expect, test } from "vitest";
import { findingsNeeded } from "./report-outputs.js";
import { reports } from "./reports/index.js";

const outputs = (...names: string[]) => names.map((name) => ({ report: reports.find((one) => one.name === name)! }));

test.each([
  [["pretty"], { atOnce: 12, atEnd: 12 }],
  [["jsonl"], { atOnce: Infinity, atEnd: 0 }],
  [["pretty", "jsonl"], { atOnce: Infinity, atEnd: 12 }],
  [["jsonl", "json"], { atOnce: Infinity, atEnd: Infinity }],
  [["github"], { atOnce: Infinity, atEnd: Infinity }],
])("reports %j need so many findings of a file", (names, needed) => {
  expect(findingsNeeded(outputs(...names))).toEqual(needed);
});
