import { expect, test } from "vitest";
import { encodeLegacy } from "./legacy-encodings.js";
import { needlesOf } from "./needles.js";

const needles = needlesOf(["王建国", "13912345678"]);

test.each([
  ["UTF-8", Buffer.from("姓名：王建国。")],
  ["UTF-16LE", Buffer.from("姓名：王建国。", "utf16le")],
  ["UTF-16BE", Buffer.from("姓名：王建国。", "utf16le").swap16()],
  ["GB18030", encodeLegacy("姓名：王建国。", "gb18030")!],
  ["Big5", encodeLegacy("王建國", "big5")!],
])("a value is seen in %s", (name, bytes) => {
  const sought = name === "Big5" ? needlesOf(["王建國"]) : needles;
  expect(sought.count(bytes)).toBe(1);
});

test("digits inside a longer number are not the value", () => {
  expect(needles.count(Buffer.from("tel 13912345678, 0086"))).toBe(1);
  expect(needles.count(Buffer.from("no 9139123456781"))).toBe(0);
  expect(needles.count(Buffer.from("139123456780", "utf16le"))).toBe(0);
});

test("other text holds no value", () => {
  expect(needles.count(Buffer.from("王建军 13912345670"))).toBe(0);
});

test("a character that an encoding lacks has no bytes in it", () => {
  expect(encodeLegacy("😀", "big5")).toBeUndefined();
});
