import { expect, test } from "vitest";
import { createAllowList, hashOf } from "./allow-list.js";
import { createDetect } from "./create-detect.js";
import { detect } from "./detect.js";
import { idCard } from "./detectors/id-card.js";
import { createScanner, detect as detectDigits } from "./digits.js";

const TEXT =
  "姓名：王小明，身份证 11010519491231002X，手机 13800138000，卡 6217000341034103418，010-62345678，京A12345";

function typesIn(matches: readonly { readonly entityType: string }[]): string[] {
  return matches.map(({ entityType }) => entityType);
}

test("chosen detectors find what the whole finds of their types", () => {
  const only = new Set(["id-card"] as const);
  expect(createDetect([idCard])(TEXT)).toEqual(detect(TEXT, { only }));
});

test("the digits alone find four kinds of numbers, in a text and in a stream", () => {
  expect(typesIn(detectDigits(TEXT))).toEqual(["id-card", "phone", "bank-card", "landline"]);
  expect(detectDigits(TEXT)).toEqual(detect(TEXT, { only: new Set(["bank-card", "id-card", "landline", "phone"]) }));
  const scanner = createScanner();
  expect([...scanner.push(TEXT), ...scanner.end()]).toEqual(detectDigits(TEXT));
});

test("a value on the user's list is left alone, and no other", () => {
  const allow = createAllowList({ key: "k", hashes: [hashOf("13800138000", "k")] });
  expect(typesIn(detect("１３８ ００１３ ８０００，13800138001", { allow, only: new Set(["phone"]) }))).toEqual([
    "phone",
  ]);
});

test("the list is asked for the value as it stands in the text", () => {
  const asked: string[] = [];
  detect("电话：138\u200b00138000。", {
    allow: (value, entityType) => {
      asked.push(`${entityType} ${value}`);
      return false;
    },
  });
  expect(asked).toContain("phone 138\u200b00138000");
});
