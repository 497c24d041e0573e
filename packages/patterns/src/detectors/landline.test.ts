import { expect, test } from "vitest";
import { createDetect } from "../create-detect.js";
import { landline } from "./landline.js";

const detect = createDetect([landline]);

const found = (text: string, ocr: boolean) =>
  detect(text, { ocr }).map(({ span: { start, end } }) => text.slice(start, end));

test.each([
  ["人力资源部 | 01057055724转2222 | 杭州", "01057055724转2222"],
  ["人力资源部｜057188261234", "057188261234"],
  ["某路某小区2-4-2601 05314437792\n开户行", "05314437792"],
  ["香樟雅苑 2 栋 2 单元 608 02948756691 分机 12", "02948756691 分机 12"],
  ["望江名邸14#1106 087224874265。", "087224874265"],
  ["望江名邸1106室 087224874265", "087224874265"],
  ["望江名邸1106室087224874265", "087224874265"],
])("what OCR reads of a landline without its space is found behind a room or a bar: %j", (text, number) => {
  expect(found(text, true)).toEqual([number]);
  expect(found(text, false)).toEqual([]);
});

test.each([
  "057188261234",
  "流水 0012 057188261234",
  "机号 0012 057188261234",
  "1 057188261234",
  "| 057108261234",
  "| 057198261234",
  "| 02688261234",
  "| 017188261234",
  "| 0571882612345",
  "| 0571882612",
  "| 0108826123",
  "| 057188261234.5",
  "| 057188261234-5x",
  "| x057188261234",
  "| 057188261234x",
])("the number of a receipt is none: %s", (text) => {
  expect(found(text, true)).toEqual([]);
});
