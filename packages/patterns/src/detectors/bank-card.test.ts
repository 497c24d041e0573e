import { expect, test } from "vitest";
import { createDetect } from "../create-detect.js";
import { bankCard } from "./bank-card.js";

const detect = createDetect([bankCard]);

const told = (text: string, ocr = false) =>
  detect(text, { minScore: 0, ocr }).map(
    ({ span, score, reason }) => `${text.slice(span.start, span.end)} ${score} ${reason}`,
  );

test.each([
  ["卡号是 6217 0003 4103 4103 418", "6217 0003 4103 4103 418 0.97 checksum, issuer, length, label"],
  ["开户行账号，621700034103 4103418", "621700034103 4103418 0.97 checksum, issuer, length, label"],
  ["开户行账号，62170003 41034103 418", "62170003 41034103 418 0.97 checksum, issuer, length, label"],
  ["开户行账号，62170003 41034103 419", "62170003 41034103 419 0.7 checksum failed, label"],
  ["62170003 41034103 418", undefined],
])("in groups of any size digits are a card where a label is near: %s", (text, expected) => {
  expect(told(text)[0]).toBe(expected);
});

test.each([
  ["621 700034103410 3418", "621 700034103410 3418 0.8 checksum, issuer, length"],
  ["62 1700034103410 3418。", "62 1700034103410 3418 0.8 checksum, issuer, length"],
  ["卡号6 217000341 034103418", "6 217000341 034103418"],
])(
  "digits that OCR parts anywhere are a card with an issuer's prefix and a right check digit: %s",
  (text, expected) => {
    expect(told(text, true)[0]).toContain(expected);
    expect(told(text.replace("卡号", ""))).toEqual([]);
  },
);

test.each([
  "621 700034103410 3419",
  "821 700034103410 341",
  "A621 700034103410 3418",
  "621 700034103410 3418A",
  "7-621 700034103410 3418",
  "7 621 700034103410 3418",
  "621 700034103410 3418 7",
  "621 700034103410 3418.7",
])("others that OCR parts are none: %s", (text) => {
  expect(told(text, true)).toEqual([]);
});
