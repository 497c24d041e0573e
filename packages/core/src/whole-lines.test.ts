import type { Match } from "@tuhei/patterns";
import { expect, test } from "vitest";
import type { Page, TextRun } from "./model/document.js";
import { withCarriers, withWholeAddresses } from "./whole-lines.js";

const ADDRESS = "河西区太平街道淮海东路855号19栋";

function coveredOf(line: string, origin: TextRun["origin"] = "ocr", others: readonly Match[] = []): string {
  const span = { start: 0, end: line.length };
  const runs: TextRun[] = [{ span, origin, precision: "estimated", confidence: 1 }];
  const page: Page = { index: 0, text: line, runs, marks: [], gaps: [], locate: () => [] };
  const start = line.indexOf(ADDRESS);
  const match: Match = {
    entityType: "address",
    span: { start, end: start + ADDRESS.length },
    score: 0.8,
    reason: "structure",
  };
  const all = [...others, match].sort((a, b) => a.span.start - b.span.start);
  const found = withWholeAddresses(page, all).find(({ entityType }) => entityType === "address")!;
  return line.slice(found.span.start, found.span.end);
}

test.each([
  `大津${ADDRESS}`,
  `大津市${ADDRESS}`,
  `${ADDRESS}4室`,
  `大津${ADDRESS}楼`,
  `${ADDRESS} 绿`,
  `${ADDRESS} 翡翠城`,
])("what was misread at an end of its line is the address's: %s", (line) => {
  expect(coveredOf(line)).toBe(line);
});

test.each([
  ["住", ""],
  ["寄往", ""],
  ["地址", ""],
  ["请把它送给", ""],
  ["电话", ""],
  ["", "400元"],
  ["", "，谢"],
])("what is a word beside it is none: %s…%s", (head, tail) => {
  expect(coveredOf(`${head}${ADDRESS}${tail}`)).toBe(ADDRESS);
});

test("text that was not read by OCR is taken at its word", () => {
  expect(coveredOf(`大津${ADDRESS}`, "content")).toBe(ADDRESS);
});

test("what another finding says is not taken away from it", () => {
  const name: Match = { entityType: "name", span: { start: 0, end: 2 }, score: 0.8, reason: "label" };
  expect(coveredOf(`张丽${ADDRESS}`, "ocr", [name])).toBe(ADDRESS);
});

test.each([
  ["Y T 8783556319068", "Y T 8783556319068"],
  ["YT 8783556319068", "YT 8783556319068"],
  ["运单号 8783556319068", "8783556319068"],
  ["A 8783556319068", "8783556319068"],
])("of %s the waybill's number is %s", (line, number) => {
  const start = line.indexOf("8783556319068");
  const match: Match = {
    entityType: "tracking-number",
    span: { start, end: line.length },
    score: 0.8,
    reason: "label",
  };
  const run: TextRun = { span: { start: 0, end: line.length }, origin: "ocr", precision: "estimated", confidence: 1 };
  const page: Page = { index: 0, text: line, runs: [run], marks: [], gaps: [], locate: () => [] };
  const [found] = withCarriers(page, [match]);
  expect(line.slice(found!.span.start, found!.span.end)).toBe(number);
});
