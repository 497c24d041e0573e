import { expect, test } from "vitest";
import { detect } from "./detect.js";

function found(text: string, options?: Parameters<typeof detect>[1]): string[] {
  return detect(text, options).map(({ entityType, span }) => `${entityType} ${text.slice(span.start, span.end)}`);
}

test("spans index the original text through full-width and invisible characters", () => {
  expect(found("😀电话：１３８\u200b００１３８０００。")).toEqual(["phone １３８\u200b００１３８０００"]);
});

test("names, labels and addresses in the radicals that PDFs write are found", () => {
  expect(found("联系⼈：⽅⽂⻘\n⼭东省⻘岛市市南区⾹港中路⼋号3单元501室")).toEqual([
    "name ⽅⽂⻘",
    "address ⼭东省⻘岛市市南区⾹港中路⼋号3单元501室",
  ]);
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
  expect(found("限乘当日当次车\n2101022007***225X鞠晨\n买票请到12306")).toEqual(["name 鞠晨"]);
  expect(found("3607311948 ***** 2325褚心然\n买票请到12306")).toEqual(["name 褚心然"]);
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

test.each([
  ["\\u59d3\\u540d\\uff1a\\u738b\\u5c0f\\u660e", "name \\u738b\\u5c0f\\u660e"],
  ['{\\"phone\\":\\"13800138000\\"}', "phone 13800138000"],
  ["姓名：王小明\\n13800138000", "name 王小明,phone 13800138000"],
  ["&#x59d3;&#21517;：&#29579;小明&nbsp;", "name &#29579;小明"],
  ["name=%E7%8E%8B%E5%B0%8F%E6%98%8E&x=1", "name %E7%8E%8B%E5%B0%8F%E6%98%8E"],
  ["138&#48;0138000", "phone 138&#48;0138000"],
  ["<td>姓名</td><td>王小明</td>", "name 王小明"],
])("escapes are read as what they mean and covered whole: %s", (text, expected) => {
  expect(found(text).join()).toBe(expected);
});

test("what only looks like an escape stays as it is", () => {
  expect(found("满意度100%，电话13800138000，%E7%8E&#99999999;\\x")).toEqual(["phone 13800138000"]);
});

test("a number that a line end parts is one when it passes its check", () => {
  expect(found("证件 110105194912\n31002X 已核")).toEqual(["id-card 110105194912\n31002X"]);
  expect(found("11010519491231002\r\n  X")).toEqual(["id-card 11010519491231002\r\n  X"]);
  expect(found("110105194912\n310021")).toEqual([]);
  expect(found("卡号：6217000341\n034103418")).toEqual(["bank-card 6217000341\n034103418"]);
  expect(found("6217000341\n034103418")).toEqual([]);
});

test.each([
  ["11O105194912310O2X", "id-card", "repaired O→0 at 3, repaired O→0 at 16"],
  ["卡号 62l7 0003 4103 4l03 418", "bank-card", "repaired l→1 at 3, repaired l→1 at 14"],
  ["电话：l38OO138000", "phone", undefined],
  ["电话：l3800138000", "phone", "label, repaired l→1 at 1"],
  ["公民身份号码 11O105194912310021", "id-card", "checksum failed, label, repaired O→0 at 3"],
  ["订单 11O105194912310021", "id-card", undefined],
])("letters that OCR took for digits are repaired where a check or a label confirms it: %s", (text, type, reason) => {
  const matches = detect(text, { ocr: true }).filter(({ entityType }) => entityType === type);
  expect(matches[0]?.reason.endsWith(reason ?? "?") ?? false).toBe(reason !== undefined);
  expect(detect(text).filter((match) => match.reason.includes("repaired"))).toEqual([]);
});

test.each(["IMEI号：490154203237518", "EMS单号：1234567890123"])("a label may begin with Latin letters: %s", (text) => {
  expect(detect(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([text.split("：")[1]]);
});

test.each(["身份证号\n\nIMEI：490154203237518", "手机号 imei=352099001761481"])(
  "a Latin label names its value behind one in Chinese characters too: %j",
  (text) => {
    expect(detect(text).map(({ entityType }) => entityType)).toEqual(["imei"]);
  },
);

test("a résumé begins with a name, when a way to reach its bearer follows", () => {
  const found = (text: string) => detect(text).map(({ span }) => text.slice(span.start, span.end));
  expect(found("宁雯\n求职意向：会计主管\n13800138000")).toEqual(["宁雯", "13800138000"]);
  expect(found("宁雯\n求职意向：会计主管\n")).toEqual([]);
  expect(found("目录\n第一章\n13800138000")).toEqual(["13800138000"]);
});
