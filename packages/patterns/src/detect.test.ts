import { expect, test } from "vitest";
import { detect } from "./detect.js";

function found(text: string, options?: Parameters<typeof detect>[1]): string[] {
  return detect(text, options).map(({ entityType, span }) => `${entityType} ${text.slice(span.start, span.end)}`);
}

test("spans index the original text through full-width and invisible characters", () => {
  expect(found("😀电话：１３８\u200b００１３８０００。")).toEqual(["phone １３８\u200b００１３８０００"]);
});

test("the label of a cell names its value, whatever the value looks like", () => {
  const labels = [{ span: { start: 0, end: 4 }, label: "收货人" }];
  expect(found("买买提江", { labels })).toEqual(["name 买买提江"]);
  expect(found("买买提江")).toEqual([]);
});

test("a card without dashes of meaning and a text of labels in a row are told apart", () => {
  expect(found("姓名王小明性别男民族汉住址北京市朝阳区建国路93号公民身份号码11010519491231002X")).toEqual([
    "name 王小明",
    "address 北京市朝阳区建国路93号",
    "id-card 11010519491231002X",
  ]);
});

test("labels that OCR misread at the start of a line still name the value", () => {
  expect(found("收件入 王小明\n联系申话13800138000", { ocr: true })).toEqual(["name 王小明", "phone 13800138000"]);
});

test("an identity number that is also a valid card number is told once, as what proves more", () => {
  expect(detect("11010519491231002X").length).toBe(1);
});

test("a name after the identity number on a ticket is a name", () => {
  expect(found("限乘当日当次车\n320506200012216842 林佳宁\n检票口：B12")).toEqual([
    "id-card 320506200012216842",
    "name 林佳宁",
  ]);
  expect(found("限乘当日当次车\n3205062000****6842林佳宁\n买票请到12306")).toEqual(["name 林佳宁"]);
  expect(found("320506200012216842 已经核实")).toEqual(["id-card 320506200012216842"]);
});

test("what stands under one label line by line is one value", () => {
  const text = "沈志强 13800138000\n北京市朝阳区建国路289号6幢1单元\n301室\n寄件";
  const labels = ["沈志强 13800138000", "北京市朝阳区建国路289号6幢1单元", "301室"].map((part) => {
    const start = text.indexOf(part);
    return { span: { start, end: start + part.length }, label: "收" };
  });
  expect(found(text, { labels, ocr: true })).toEqual([
    "name 沈志强",
    "phone 13800138000",
    "address 北京市朝阳区建国路289号6幢1单元\n301室",
  ]);
});

test("a speck before a name in a labelled field does not hide it", () => {
  const labels = [{ span: { start: 3, end: 7 }, label: "姓名" }];
  expect(found("姓名\t．徐明哲", { labels, ocr: true })).toEqual(["name 徐明哲"]);
});

test("only asks for what the caller wants", () => {
  const text = "姓名：王小明，电话：13800138000";
  expect(found(text, { only: new Set(["phone"]) })).toEqual(["phone 13800138000"]);
});

test("a label nearby raises the score and says so", () => {
  const [near] = detect("联系电话：13800138000");
  const [bare] = detect("13800138000");
  expect(near!.score).toBeGreaterThan(bare!.score);
  expect(near!.reason).toContain("label");
});

test("reasons and spans are all that is told: no value", () => {
  const [match] = detect("身份证：11010519491231002X");
  expect(JSON.stringify(match)).not.toContain("1949");
});
