import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { createAllowList, hashOf } from "./allow-list.js";

test("a hash allows its value however it is written", () => {
  const allow = createAllowList({ key: "secret", hashes: [hashOf("13800138000", "secret")] });
  for (const written of ["13800138000", "138-0013-8000", "１３８ ００１３ ８０００", "138\u200b00138000"])
    expect(allow(written, "phone")).toBe(true);
  expect(allow("13800138001", "phone")).toBe(false);
});

test("a hash is HMAC-SHA-256 of the canonical value in UTF-8", () => {
  expect(hashOf("王小明é😀 x", "钥匙")).toBe(createHmac("sha256", "钥匙").update("王小明É😀X").digest("hex"));
});

test("a lone surrogate is hashed as the replacement character", () => {
  expect(hashOf("\ud800", "k")).toBe(createHmac("sha256", "k").update("\ufffd").digest("hex"));
});

test("a hash made with another key allows nothing", () => {
  const allow = createAllowList({ key: "other", hashes: [hashOf("13800138000", "secret")] });
  expect(allow("13800138000", "phone")).toBe(false);
});

test("a pattern must match the whole value", () => {
  const allow = createAllowList({ patterns: ["138\\d{8}", /SERVICE@.{1,20}/] });
  expect(allow("138 0013 8000", "phone")).toBe(true);
  expect(allow("service@example.com", "email")).toBe(true);
  expect(allow("138001380001", "phone")).toBe(false);
  expect(allow("my-service@example.com", "email")).toBe(false);
});

test("alternatives of a pattern are each whole", () => {
  expect(createAllowList({ patterns: ["1|2"] })("12", "phone")).toBe(false);
});

test("types narrow the list", () => {
  const allow = createAllowList({ patterns: ["\\d{11}"], only: ["phone"] });
  expect(allow("13800138000", "phone")).toBe(true);
  expect(allow("13800138000", "qq")).toBe(false);
});

test("an empty list allows nothing", () => {
  expect(createAllowList({})("", "phone")).toBe(false);
});

test.each([
  [{ hashes: ["0".repeat(64)] }, "hashes need the key"],
  [{ key: "k", hashes: ["0".repeat(64), "13800138000"] }, "hashes[1] is not 64"],
  [{ patterns: ["ok", "(13800138000"] }, "patterns[1]: not a regular expression"],
  [{ patterns: ["(1{1,30}){1,30}"] }, "patterns[0]"],
])("a wrong list is refused, and its values are not repeated: %#", (config, message) => {
  expect(() => createAllowList(config)).toThrow(message);
  expect(() => createAllowList(config)).not.toThrow("13800138000");
});
