import { expect, test } from "vitest";
import { findingsNeeded } from "./report-outputs.js";
import { reports } from "./reports/index.js";

const outputs = (...names: string[]) => names.map((name) => ({ report: reports.find((one) => one.name === name)! }));

test.each([
  [["pretty"], { atOnce: 12, atEnd: 12, isJsonAtEnd: false }],
  [["jsonl"], { atOnce: Infinity, besideJson: 0, atEnd: 0, isJsonAtEnd: false }],
  [["json"], { atOnce: Infinity, besideJson: 0, atEnd: 0, isJsonAtEnd: true }],
  [["pretty", "jsonl"], { atOnce: Infinity, besideJson: 12, atEnd: 12, isJsonAtEnd: false }],
  [["jsonl", "json"], { atOnce: Infinity, besideJson: 0, atEnd: 0, isJsonAtEnd: true }],
  [["github"], { atOnce: Infinity, atEnd: Infinity, isJsonAtEnd: false }],
  [["github", "json"], { atOnce: Infinity, besideJson: Infinity, atEnd: Infinity, isJsonAtEnd: true }],
])("reports %j need so many findings of a file", (names, needed) => {
  expect(findingsNeeded(outputs(...names), true)).toEqual(needed);
});

test("where files are written, JSON is made at the end of what the run or an earlier one found", () => {
  expect(findingsNeeded(outputs("json"), false)).toEqual({ atOnce: Infinity, atEnd: Infinity, isJsonAtEnd: true });
  expect(findingsNeeded(outputs("jsonl"), false)).toEqual({ atOnce: Infinity, atEnd: 0, isJsonAtEnd: false });
});
