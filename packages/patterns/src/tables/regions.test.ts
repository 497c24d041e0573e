import { expect, test } from "vitest";
import { isInProvince } from "./provinces.js";
import { isKnownRegion } from "./regions.js";

test.each([
  ["110105", "朝阳区"],
  ["330106", "西湖区"],
  ["110103", "崇文区, until 2010"],
  ["110221", "昌平县, until 1999"],
  ["512301", "涪陵市, when Chongqing was in Sichuan"],
  ["429004", "仙桃市, under the province"],
  ["659001", "石河子市"],
  ["460321", "西沙群岛, until 2012"],
  ["810000", "residents of Hong Kong"],
  ["830000", "residents of Taiwan"],
])("%s is known: %s", (code) => {
  expect(isKnownRegion(code)).toBe(true);
});

test.each(["000000", "110000", "330100", "330199", "999999", "99999", "1101051", "11010X", "", " 11010", "1e5   "])(
  "%j is not a county",
  (code) => {
    expect(isKnownRegion(code)).toBe(false);
  },
);

test("about 6,900 codes are known, all in a province", () => {
  const codes = Array.from({ length: 1_000_000 }, (_, code) => String(code).padStart(6, "0")).filter(isKnownRegion);
  expect(codes.length).toBeGreaterThan(6_800);
  expect(codes.length).toBeLessThan(7_200);
  expect(codes.filter((code) => !isInProvince(code))).toEqual([]);
});
