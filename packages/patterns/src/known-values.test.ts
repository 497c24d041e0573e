import { expect, test } from "vitest";
import { createKnownValues, isWorthKnowing } from "./known-values.js";

const found = (index: ReturnType<typeof createKnownValues>, text: string) =>
  index.find(text).map(({ span }) => text.slice(span.start, span.end));

test("values are told apart that begin with characters a table takes for the same", () => {
  const index = createKnownValues();
  index.add("林晓峰", "name");
  // 4,096 characters further on.
  const other = String.fromCharCode("林".charCodeAt(0) + 0x1000);
  expect(found(index, `${other}晓峰和林晓峰`)).toEqual(["林晓峰"]);
});

test("long values are held whole, and the text that they were cut from is not", () => {
  const index = createKnownValues();
  const address = "浙江省杭州市西湖区文三路388号12室";
  const text = `收货地址：${address}。`;
  index.add(text.slice(5, 5 + address.length), "address");
  expect([...index.values()]).toEqual([address]);
  expect(found(index, `送到${address}`)).toEqual([address]);
});

test.each([
  ["认定驾驶人彭思\n梅驾驶车辆与他人相撞", ["彭思\n梅"]],
  ["认定由彭\r\n\u3000\u3000思梅负全部责任", ["彭\r\n\u3000\u3000思梅"]],
  ["彭思梅说，本次事故中受伤的李\n雷由彭思\n梅送医", ["彭思梅", "李\n雷", "彭思\n梅"]],
  ["李\n雷", []],
  ["彭思\n\n梅", []],
  ["彭思，\n梅", []],
])("a name that is known is found where a line ends in it: %j", (text, expected) => {
  const index = createKnownValues();
  index.add("彭思梅", "name");
  index.add("李雷", "name");
  expect(found(index, text)).toEqual(expected);
});

test.each([
  ["all", 2, 6, []],
  ["its first line", 2, 4, ["梅"]],
  ["its second line", 5, 6, ["彭思"]],
] as const)("of a value over a line end only what is not known already is told: %s", (_, start, end, expected) => {
  const index = createKnownValues();
  index.add("彭思梅", "name");
  const text = "由于彭思\n梅";
  const known = [{ entityType: "name", span: { start, end }, score: 1, reason: "cue" }] as const;
  expect(index.find(text, known).map(({ span }) => text.slice(span.start, span.end))).toEqual(expected);
});

test("of a value that is known in part the rest is told, and what is known wholly is not told again", () => {
  const index = createKnownValues();
  index.add("买买提·阿不来提", "name");
  const known = (start: number, end: number) =>
    [{ entityType: "name", span: { start, end }, score: 1, reason: "cue" }] as const;
  const text = "那买买提·阿不来提来了";
  const rest = (start: number, end: number) =>
    index.find(text, known(start, end)).map(({ span }) => text.slice(span.start, span.end));
  expect(rest(1, 4)).toEqual(["·阿不来提"]);
  expect(rest(5, 9)).toEqual(["买买提·"]);
  expect(rest(4, 6)).toEqual(["买买提", "不来提"]);
  expect(rest(0, 10)).toEqual([]);
  // A match that begins before the value says that something else stands there; one character alone says nothing.
  expect([rest(0, 4), rest(2, 9), rest(5, 10)]).toEqual([[], [], ["买买提·"]]);
});

test("a value that begins within what is known hides none that begins behind it", () => {
  const index = createKnownValues();
  for (const value of ["白居易", "居易云"]) index.add(value, "name");
  const known = [{ entityType: "name", span: { start: 0, end: 2 }, score: 1, reason: "cue" }] as const;
  expect(index.find("李白居易云", known).map(({ span }) => span)).toEqual([{ start: 2, end: 5 }]);
});

test("a name in two scripts is found in each of them", () => {
  const index = createKnownValues();
  index.add("许子轩 XU/ZIXUAN", "name");
  expect(found(index, "乘客许子轩，XU/ZIXUAN")).toEqual(["许子轩", "XU/ZIXUAN"]);
});

test("numbers and Latin words are found whole only, and not where they are short", () => {
  const index = createKnownValues();
  index.add("1234567", "qq");
  index.add("12345", "qq");
  index.add("leo@example.com", "email");
  expect(found(index, "1234567,91234567,12345678,x1234567,12345")).toEqual(["1234567"]);
  expect(found(index, "leo@example.com，cleo@example.com leo@example.community")).toEqual(["leo@example.com"]);
});

test("whoever searches elsewhere is told of each value once, as it is searched for", () => {
  const told: string[] = [];
  const index = createKnownValues((value) => told.push(value));
  for (const value of [" 王小明 ", "王小明", "王", "13800138000"]) index.add(value, "name");
  expect(told).toEqual(["王小明", "13800138000"]);
  expect([...index.values()]).toEqual(told);
});

test("of more values than memory is for, those that were said last are kept", () => {
  const index = createKnownValues();
  const value = (number: number) => `A${String(number).padStart(7, "0")}`;
  for (let number = 0; number < 40_000; number++) index.add(value(number), "passport");
  index.add(value(3), "passport");
  index.add(value(40_000), "passport");
  expect(found(index, `${value(3)} ${value(4)} ${value(20_000)} ${value(20_001)} ${value(40_000)}`)).toEqual([
    value(3),
    value(20_001),
    value(40_000),
  ]);
  expect([...index.values()].length).toBe(20_001);
});

test("many names that line ends break take time by the length of the text", () => {
  const index = createKnownValues();
  index.add("彭思梅", "name");
  const seconds = (count: number) => {
    const text = "彭思\n梅".repeat(count);
    const start = performance.now();
    expect(index.find(text).length).toBe(count);
    return performance.now() - start;
  };
  seconds(20_000);
  expect(seconds(200_000)).toBeLessThan(40 * Math.max(seconds(20_000), 5));
});

test.each([
  ["林晓峰", "cue, surname", true],
  ["单波", "cue, surname", true],
  ["王某", "cue, surname", true],
  ["扎西", "label, transliteration", true],
  ["李女士", "cue, surname", true],
  ["房间", "cue, surname", false],
  ["顾客", "list, surname", false],
  ["属性", "label", false],
])("whether %s, found by %s, is looked for elsewhere: %s", (value, reason, expected) => {
  expect(isWorthKnowing(value, { entityType: "name", reason })).toBe(expected);
});

test("a number that only its label tells is looked for elsewhere", () => {
  expect(isWorthKnowing("12345678", { entityType: "qq", reason: "label" })).toBe(true);
});
