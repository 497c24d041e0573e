import { expect, test } from "vitest";
import { characterIn, macCode, standardName } from "./base-encodings.js";

test.each([
  ["WinAnsiEncoding", 0x41, "A"],
  ["WinAnsiEncoding", 0x27, "'"],
  ["WinAnsiEncoding", 0x80, "€"],
  ["WinAnsiEncoding", 0x92, "’"],
  ["WinAnsiEncoding", 0x81, "•"],
  ["WinAnsiEncoding", 0xa0, " "],
  ["WinAnsiEncoding", 0xad, "-"],
  ["WinAnsiEncoding", 0xfc, "ü"],
  ["MacRomanEncoding", 0x8e, "é"],
  ["MacRomanEncoding", 0xca, " "],
  ["MacRomanEncoding", 0xdb, "¤"],
  ["StandardEncoding", 0x27, "’"],
  ["StandardEncoding", 0xae, "ﬁ"],
  ["StandardEncoding", 0xfb, "ß"],
] as const)("%s has at %i what ISO 32000-2, annex D, says", (base, code, char) => {
  expect(String.fromCodePoint(characterIn(base, code)!)).toBe(char);
});

test.each([
  ["StandardEncoding", 0xe0],
  ["MacExpertEncoding", 0x41],
  ["WinAnsiEncoding", 0x07],
] as const)("of %s at %i nothing is known", (base, code) => {
  expect(characterIn(base, code)).toBeUndefined();
});

test("Standard Encoding runs from space to germandbls, with gaps", () => {
  const names = Array.from({ length: 256 }, (_, code) => standardName(code));
  expect(names.filter((name) => name !== undefined)).toHaveLength(149);
  expect([names[0x20], names[0x60], names[0xc1], names[0xd0], names[0xe1]]).toEqual([
    "space",
    "quoteleft",
    "grave",
    "emdash",
    "AE",
  ]);
  expect([names[0x7f], names[0xb0], names[0xc9]]).toEqual([undefined, undefined, undefined]);
});

test("a character has the code by which old fonts are looked up", () => {
  expect([macCode(0xe9), macCode(0x41), macCode(0x738b)]).toEqual([0x8e, 0x41, undefined]);
});
