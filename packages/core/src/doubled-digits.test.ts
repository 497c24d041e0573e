import { detect } from "@tuhei/patterns";
import { expect, test } from "vitest";
import { withDoubledDigits } from "./doubled-digits.js";
import type { Page, TextRun } from "./model/document.js";

/** The findings of a line that OCR read, as "type | text". */
function foundIn(line: string, origin: TextRun["origin"] = "ocr"): string[] {
  const span = { start: 0, end: line.length };
  const runs: TextRun[] = [{ span, origin, precision: "estimated", confidence: 0.95 }];
  const page: Page = { index: 0, text: line, runs, marks: [], gaps: [], locate: () => [] };
  const matches = withDoubledDigits(page, detect(line, { ocr: true }), {});
  return matches.map(({ entityType, span: { start, end } }) => `${entityType} | ${line.slice(start, end)}`);
}

test.each([
  // 11010519491231002X, 6217000341034103418
  ["11010519491231002X", "id-card"],
  ["110105194991231002X", "id-card"],
  ["1010519491231002X", "id-card"],
  ["1101051949123102X", "id-card"],
  ["62170003410341034418", "bank-card"],
  ["6217 0003 4103 4103 4418", "bank-card"],
])("%s is what it is without the slip: %s", (read, type) => {
  expect(foundIn(`编码 ${read}`)).toEqual([`${type} | ${read}`]);
});

test("a number whose check digit is not right either way is left alone", () => {
  expect(foundIn("编码 62170003410341034419")).toEqual([]);
  expect(foundIn("编码 1101051949123112X")).toEqual([]);
});

test("text that OCR did not read has no such slips", () => {
  expect(foundIn("编码 110105194991231002X", "content")).toEqual([]);
});

test("types that are not asked for are not looked for", () => {
  const line = "编码 110105194991231002X";
  const runs: TextRun[] = [{ span: { start: 0, end: line.length }, origin: "ocr", precision: "none", confidence: 1 }];
  const page: Page = { index: 0, text: line, runs, marks: [], gaps: [], locate: () => [] };
  expect(withDoubledDigits(page, [], { only: new Set(["phone"]) })).toEqual([]);
});
