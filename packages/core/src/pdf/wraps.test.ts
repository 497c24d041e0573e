import { describe, expect, test } from "vitest";
import { frameOf } from "./extents.js";
import type { Segment } from "./segments.js";
import { type LabelledSegment, lineBreak } from "./wraps.js";

/** Text of 10 pt whose left end and baseline are given. */
function line(text: string, start: number, level: number, label?: string): LabelledSegment {
  const extent = { start, end: start + text.length * 10, bottom: level - 2, top: level + 10 };
  const segment: Segment = { chars: [], extent, frame: frameOf(0), angle: 0, lineHeight: 12, isVertical: false };
  const place = { direction: 0, start, end: extent.end, level: -extent.bottom, height: 12 };
  return { segment, text, place, ...(label !== undefined && { label }) };
}

describe("a value that goes on in the next line", () => {
  test.each([
    ["a number", "请拨打13900", "001234联系", undefined, ""],
    ["a name", "联系人：李", "雷，经理", undefined, ""],
    ["a labelled cell", "林晓", "峰", "姓名", ""],
    ["a number with spaces", "电话：139 0000", "1234", undefined, "\n"],
    ["an e-mail address", "邮箱：lin@exam", "ple.com", undefined, "\n"],
  ])("%s is joined", (_name, first, second, label, separator) => {
    expect(lineBreak(line(first, 0, 100, label), [line(second, 0, 86)], 0)).toEqual({ separator, isWrapped: true });
  });

  test("what stands beside the next line counts: only without the break is the number found then", () => {
    const [first, second, beside] = [line("1390000", 0, 100, "手机"), line("1234", 0, 86), line("67121", 90, 86)];
    expect(lineBreak(first, [second], 0)).toEqual({ separator: "\n", isWrapped: true });
    expect(lineBreak(first, [second, beside], 0)).toEqual({ separator: "", isWrapped: true });
  });

  test("an address that detectors follow across the break keeps it", () => {
    const [first, second] = [line("北京市朝阳区建国路88号院3号楼1204", 0, 100, "住址"), line("室", 0, 86)];
    expect(lineBreak(first, [second], 0)).toEqual({ separator: "\n", isWrapped: true });
  });

  test.each([
    ["a whole number above another", "13900001234", "13900005678", 14],
    ["a whole number above the next row", "2 林晓峰 13900001234", "3 周雨桐 13900005678", 14],
    ["prose", "今天天气很好我们去", "公园里散步吧", 14],
    ["a label below", "姓名：林晓峰", "性别：男", 14],
    ["a line too far below", "请拨打13900", "001234联系", 60],
    ["a line above", "请拨打13900", "001234联系", -14],
  ])("%s is not joined", (_name, first, second, pitch) => {
    const result = lineBreak(line(first, 0, 100), [line(second, 0, 100 - pitch)], 0);
    expect(result).toEqual({ separator: "\n", isWrapped: false });
  });

  test("text in another column is not joined", () => {
    const result = lineBreak(line("请拨打13900", 0, 100), [line("001234联系", 300, 86)], 0);
    expect(result).toEqual({ separator: "\n", isWrapped: false });
  });
});
