import { expect, test } from "vitest";
import { GENERATED, type PageChars } from "./page-chars.js";
import { linesOf } from "./segments.js";

const SIZE = 10;
const ABOVE_LINE = 100;

/** Characters of one line that are as wide as they are high; what pdfium makes up has no room. Gaps are in type sizes. */
function charsOf(
  parts: readonly { readonly text: string; readonly gap?: number; readonly madeUp?: string }[],
): PageChars {
  const codes: number[] = [];
  const boxes: number[] = [];
  const flags: number[] = [];
  let x = 0;
  for (const { text, gap = 0, madeUp = "" } of parts) {
    for (const one of madeUp) {
      codes.push(one.codePointAt(0)!);
      boxes.push(x, ABOVE_LINE, x, ABOVE_LINE);
      flags.push(GENERATED);
    }
    x += gap * SIZE;
    for (const one of text) {
      codes.push(one.codePointAt(0)!);
      boxes.push(x, ABOVE_LINE, x + SIZE, ABOVE_LINE + SIZE);
      flags.push(0);
      x += SIZE;
    }
  }
  const count = codes.length;
  return {
    count,
    codes: Uint32Array.from(codes),
    boxes: Float32Array.from(boxes),
    inks: Float32Array.from(boxes),
    origins: Float32Array.from({ length: count * 2 }, (_, at) => boxes[(at >> 1) * 4 + (at % 2)]!),
    angles: new Float32Array(count),
    heights: new Float32Array(count).fill(SIZE),
    sizes: new Float32Array(count).fill(SIZE),
    flags: Uint8Array.from(flags),
    objects: new Int32Array(count),
  };
}

function textOf(chars: PageChars): string {
  const segments = linesOf(chars).flat();
  return segments
    .map((segment) => segment.chars.map((at) => (at < 0 ? " " : String.fromCodePoint(chars.codes[at]!))).join(""))
    .join("|");
}

const LINE_END = "\r\n";

test.each([
  ["Chinese characters stand close", "段美", { text: "民", gap: 0.07, madeUp: LINE_END }, "段美民"],
  ["one is known by its ink alone", "交叉", { text: "口", gap: 0.2, madeUp: LINE_END }, "交叉口"],
  ["letters stand close", "qq.co", { text: "m", gap: 0.05, madeUp: LINE_END }, "qq.com"],
  ["words stand apart", "John", { text: "Doe", gap: 0.2, madeUp: LINE_END }, "John Doe"],
  ["Chinese words stand apart", "张三", { text: "李四", gap: 0.5, madeUp: LINE_END }, "张三 李四"],
  ["pdfium sees a space", "John", { text: "Doe", gap: 0.1, madeUp: " " }, "John Doe"],
])("where pdfium sees the end of a line within one: %s", (_name, text, next, expected) => {
  expect(textOf(charsOf([{ text }, next]))).toBe(expected);
});
