import { expect, test } from "vitest";
import type { Page } from "./model/document.js";
import { withWrappedTails } from "./wrapped-tails.js";

const ADDRESS = "青岛市市南区锦绣家园四期27栋4单元15";

function tailOf(next: string, label: string | undefined): string {
  const text = `${ADDRESS}\n${next}`;
  const run = (start: number, end: number, itsLabel: string | undefined) =>
    ({
      span: { start, end },
      origin: "ocr",
      precision: "estimated",
      confidence: 1,
      ...(itsLabel && { label: itsLabel }),
    }) as const;
  const runs = [run(0, ADDRESS.length, "寄"), run(ADDRESS.length + 1, text.length, label)];
  const page: Page = { index: 0, text, runs, marks: [], gaps: [], locate: () => [] };
  const match = {
    entityType: "address",
    span: { start: 0, end: ADDRESS.length },
    score: 0.8,
    reason: "structure",
  } as const;
  const [found] = withWrappedTails(page, [match]);
  return text.slice(ADDRESS.length, found!.span.end);
}

test.each(["08", "3-4-802", "-1306", "#3202", "05室"])(
  "the number on the next line under one label is the address's: %s",
  (next) => {
    expect(tailOf(next, "寄")).toBe(`\n${next}`);
  },
);

test.each(["08室", "3号", "02-1号"])(
  "a house's or a room's number under a line that breaks off needs no label: %s",
  (next) => {
    expect(tailOf(next, undefined)).toBe(`\n${next}`);
  },
);

test.each([
  ["08", undefined],
  ["08", "数量"],
  ["13800138000", "寄"],
  ["文件", "寄"],
] as const)("%s under the label %s is not", (next, label) => {
  expect(tailOf(next, label)).toBe("");
});

test("the number behind 单元 is the address's where it stands apart in its line", () => {
  const found = (text: string) => {
    const tab = text.indexOf("\t");
    const run = (start: number, end: number) =>
      ({ span: { start, end }, origin: "ocr", precision: "estimated", confidence: 1 }) as const;
    const runs = [run(0, tab), run(tab + 1, text.length)];
    const page: Page = { index: 0, text, runs, marks: [], gaps: [], locate: () => [] };
    const match = { entityType: "address", span: { start: 0, end: tab }, score: 0.8, reason: "structure" } as const;
    return text.slice(0, withWrappedTails(page, [match])[0]!.span.end);
  };
  expect(found("阳光花园1栋3单元\t1108")).toBe("阳光花园1栋3单元\t1108");
  expect(found("文三路88号\t1108")).toBe("文三路88号");
});

test("the label may stand in the address's own line", () => {
  const text = "地址：青岛市锦绣家园27栋3\n06";
  const at = text.indexOf("\n");
  const runs = [
    { span: { start: 0, end: at }, origin: "ocr", precision: "estimated", confidence: 1 },
    { span: { start: at + 1, end: text.length }, origin: "ocr", precision: "estimated", confidence: 1, label: "地址" },
  ] as const;
  const page: Page = { index: 0, text, runs, marks: [], gaps: [], locate: () => [] };
  const match = { entityType: "address", span: { start: 3, end: at }, score: 0.8, reason: "structure" } as const;
  expect(withWrappedTails(page, [match])[0]!.span.end).toBe(text.length);
});

test("a room's number under its building needs no label", () => {
  const found = (text: string) => {
    const at = text.indexOf("\n");
    const run = (start: number, end: number) =>
      ({ span: { start, end }, origin: "ocr", precision: "estimated", confidence: 1 }) as const;
    const page: Page = {
      index: 0,
      text,
      runs: [run(0, at), run(at + 1, text.length)],
      marks: [],
      gaps: [],
      locate: () => [],
    };
    const match = { entityType: "address", span: { start: 0, end: at }, score: 0.8, reason: "structure" } as const;
    return withWrappedTails(page, [match])[0]!.span.end;
  };
  expect(found("花园东路1745号36栋\n2805")).toBe(17);
  expect(found("花园东路1745号36栋\n28")).toBe(12);
  expect(found("花园东路1745号\n2805")).toBe(9);
});

test("the caption of the label may stand between the lines of an address, and is none of it", () => {
  const text = "解放街1499号36栋30\nAddress\n06";
  const runs = [
    { span: { start: 0, end: 13 }, label: "住址" },
    { span: { start: 14, end: 21 } },
    { span: { start: 22, end: 24 }, label: "住址" },
  ].map((run) => ({ ...run, origin: "ocr", precision: "estimated", confidence: 1 }) as const);
  const page: Page = { index: 0, text, runs, marks: [], gaps: [], locate: () => [] };
  const match = { entityType: "address", span: { start: 0, end: 13 }, score: 0.8, reason: "structure" } as const;
  expect(withWrappedTails(page, [match]).map(({ span }) => text.slice(span.start, span.end))).toEqual([
    "解放街1499号36栋30",
    "06",
  ]);
});
