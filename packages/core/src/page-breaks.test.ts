import type { Match } from "@tuhei/patterns";
import { describe, expect, test } from "vitest";
import type { Page, TextRun } from "./model/document.js";
import { cutByPageBreak, withPart } from "./page-breaks.js";

function page(lines: readonly string[], label?: string): Page {
  const text = lines.join("\n");
  const last = text.length - (lines.at(-1) ?? "").length;
  const run = (start: number, end: number, named?: string): TextRun => ({
    span: { start, end },
    origin: "content",
    precision: "measured",
    confidence: 1,
    ...(named !== undefined && { label: named }),
  });
  const runs = [run(0, last), run(last, text.length, label)];
  return { index: 0, text, runs, marks: [], gaps: [], locate: () => [] };
}

/** What of the text is cut, as one value and as its parts. */
function cut(first: readonly string[], second: readonly string[], label?: string): string[][] {
  const [before, after] = [page(first, label), page(second)];
  return cutByPageBreak(before, after, {}).map((one) => [
    one.value,
    before.text.slice(one.before.span.start, one.before.span.end),
    after.text.slice(one.after.span.start, one.after.span.end),
  ]);
}

describe("a value that goes on on the next page", () => {
  const [head, foot] = ["远山公司内部资料", (page: number) => `第${page}页 共9页`];
  test.each([
    ["without anything between", ["联系电话：139000"], ["01234，谢谢"]],
    ["with a footer between", ["联系电话：139000", foot(1)], ["01234，谢谢", foot(2)]],
    ["with a header between", [head, "联系电话：139000"], [head, "01234，谢谢"]],
    [
      "with both between",
      [head, "正文", "联系电话：139000", "打印", foot(1)],
      [head, "01234，谢谢", "完", "打印", foot(2)],
    ],
    ["with page numbers alone between", ["- 1 -", "联系电话：139000"], ["- 2 -", "01234，谢谢"]],
    ["where the first page has no header", ["联系电话：139000", "1"], ["2", "01234，谢谢"]],
  ])("is found %s", (_, first, second) => {
    expect(cut(first, second)).toEqual([["13900001234", "139000", "01234"]]);
  });

  test("is found by the label of its first line", () => {
    expect(cut(["姓名", "林晓"], ["峰"], "姓名")).toEqual([["林晓峰", "林晓", "峰"]]);
  });

  test("may be an address", () => {
    const address = ["地址：北京市朝阳区建国路88号", "院3号楼1204室；完"] as const;
    expect(cut([address[0]], [address[1]])).toEqual([
      ["北京市朝阳区建国路88号院3号楼1204室", "北京市朝阳区建国路88号", "院3号楼1204室"],
    ]);
  });
});

test.each([
  ["whole numbers above one another", ["13900001234"], ["13900005678"]],
  ["prose", ["今天天气很好我们去"], ["公园里散步吧"]],
  ["a label on the next page", ["联系人：林晓峰"], ["性别：男"]],
  ["rows of a table", ["林晓峰\t139000"], ["01234\t周雨桐"]],
  ["a number and a page's number", ["联系电话：139000", "01234"], ["完", "01235"]],
  ["an empty page", ["联系电话：139000"], [""]],
])("%s are not joined", (_, first, second) => {
  expect(cut(first, second)).toEqual([]);
});

test("a part takes in what shares a character with it, and nothing else", () => {
  const match = (start: number, end: number): Match => ({
    entityType: "phone",
    span: { start, end },
    score: 1,
    reason: "format",
  });
  const spans = withPart([match(0, 4), match(6, 12), match(20, 22)], match(10, 15)).map(({ span }) => span);
  expect(spans).toEqual([
    { start: 0, end: 4 },
    { start: 6, end: 15 },
    { start: 20, end: 22 },
  ]);
});
