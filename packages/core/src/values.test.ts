import { expect, test } from "vitest";
import { createValueIndex } from "./values.js";

const found = (index: ReturnType<typeof createValueIndex>, text: string) =>
  index.find(text).map(({ span }) => text.slice(span.start, span.end));

test("values are told apart that begin with characters a table takes for the same", () => {
  const index = createValueIndex();
  index.add("林晓峰", "name");
  // 4,096 characters further on.
  const other = String.fromCharCode("林".charCodeAt(0) + 0x1000);
  expect(found(index, `${other}晓峰和林晓峰`)).toEqual(["林晓峰"]);
});

test("long values are held whole, and the text that they were cut from is not", () => {
  const index = createValueIndex();
  const address = "浙江省杭州市西湖区文三路388号12室";
  const text = `收货地址：${address}。`;
  index.add(text.slice(5, 5 + address.length), "address");
  expect([...index.values()]).toEqual([address]);
  expect(found(index, `送到${address}`)).toEqual([address]);
});

test("where a value may begin in bytes is known of those from before the first question, and from after it", () => {
  const bytes = new TextEncoder().encode("retried with Qwe#2024 by zhang.wei@example.com\n");
  const index = createValueIndex();
  expect(index.mayBegin(bytes, 0, bytes.length)).toBe(false);
  index.add("zhang.wei@example.com", "email");
  expect([index.mayBegin(bytes, 0, 20), index.mayBegin(bytes, 0, bytes.length)]).toEqual([false, true]);
  index.add("Qwe#2024", "password");
  expect(index.mayBegin(bytes, 0, 20)).toBe(true);
  const later = createValueIndex();
  later.add("Qwe#2024", "password");
  expect(later.mayBegin(bytes, 0, 20)).toBe(true);
});

test.each([
  ["认定驾驶人彭思\n梅驾驶车辆与他人相撞", ["彭思\n梅"]],
  ["认定由彭\r\n\u3000\u3000思梅负全部责任", ["彭\r\n\u3000\u3000思梅"]],
  ["彭思梅说，本次事故中受伤的李\n雷由彭思\n梅送医", ["彭思梅", "李\n雷", "彭思\n梅"]],
  ["李\n雷", []],
  ["彭思\n\n梅", []],
  ["彭思，\n梅", []],
])("a name that is known is found where a line ends in it: %j", (text, expected) => {
  const index = createValueIndex();
  index.add("彭思梅", "name");
  index.add("李雷", "name");
  expect(found(index, text)).toEqual(expected);
});

test.each([
  ["all", 2, 6, []],
  ["its first line", 2, 4, ["梅"]],
  ["its second line", 5, 6, ["彭思"]],
] as const)("of a value over a line end only what is not known already is told: %s", (_, start, end, expected) => {
  const index = createValueIndex();
  index.add("彭思梅", "name");
  const text = "由于彭思\n梅";
  const known = [{ entityType: "name", span: { start, end }, score: 1, reason: "cue" }] as const;
  expect(index.find(text, known).map(({ span }) => text.slice(span.start, span.end))).toEqual(expected);
});
