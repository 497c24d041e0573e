import { expect, test } from "vitest";
import { printedCodes } from "./printed-codes.js";

const QUAD = [
  { x: 0, y: 0 },
  { x: 9, y: 0 },
  { x: 9, y: 9 },
  { x: 0, y: 9 },
] as const;

function found(text: string, ...payloads: readonly string[]): readonly string[] {
  const marks = payloads.map(
    (payload) => ({ entityType: "barcode", quad: QUAD, score: 1, kind: "Code128", payload }) as const,
  );
  return printedCodes(text, marks).map(({ entityType, span }) => `${entityType} ${text.slice(span.start, span.end)}`);
}

test.each([
  [
    "78194388436381\n785-49-938\n78194388436381",
    "78194388436381",
    ["barcode 78194388436381", "barcode 78194388436381"],
  ],
  ["国内\nEX 076 002 355 CN", "EX076002355CN", ["barcode EX 076 002 355 CN"]],
  ["单号 JDV999924406921", "https://logistics.example.com/w/JDV999924406921", ["barcode JDV999924406921"]],
  [
    "付兰然\tLIU/SIQI\nLIU/SIQI",
    "M1LIU/SIQI            EDMBRHU CANHGHMU 3482 240Y049F0111 100",
    ["name LIU/SIQI", "name LIU/SIQI"],
  ],
] as const)("what a barcode says is found where it is printed: %j", (text, payload, expected) => {
  expect(found(text, payload)).toEqual(expected);
});

test.each([
  ["178194388436381 78194388436381A", "78194388436381"],
  ["2026-07-19", "https://example.com/about-the-parcel"],
  ["1234567", "1234567"],
])("a longer number, a word and a short number are not: %j", (text, payload) => {
  expect(found(text, payload)).toEqual([]);
});

test("of two codes in one place the longer counts", () => {
  expect(found("JDV999924406921-1-1-", "JDV999924406921", "JDV999924406921-1-1-")).toEqual([
    "barcode JDV999924406921-1-1-",
  ]);
});
