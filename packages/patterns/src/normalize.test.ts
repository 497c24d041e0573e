import { expect, test } from "vitest";
import { fold, foldedIndex, originalSpan } from "./normalize.js";

const NOISY = "a\u200bｂ\\u0063%E5%BC%A0\u00add&#101;";

test("invisible characters go, full-width ones and escapes stand as what they mean", () => {
  expect(fold(NOISY).text).toBe("abc张de");
  expect(Array.from(fold(NOISY).units.subarray(0, 6), (unit) => String.fromCharCode(unit)).join("")).toBe("abc张de");
});

test("every folded range knows what it is in the original", () => {
  const folded = fold(NOISY);
  const original = Array.from({ length: 6 }, (_, at) => {
    const { start, end } = originalSpan(folded, at, at + 1);
    return NOISY.slice(start, end);
  });
  expect(original).toEqual(["a", "ｂ", "\\u0063", "%E5%BC%A0", "d", "&#101;"]);
  expect(originalSpan(folded, 0, 6)).toEqual({ start: 0, end: NOISY.length });
  expect(originalSpan(folded, 0, 2)).toEqual({ start: 0, end: 3 });
});

test("an original index is found again, also inside an escape and past the end", () => {
  const folded = fold(NOISY);
  expect([0, 1, 2, 3, 5, 9, 18, 19, 25, 26].map((index) => foldedIndex(folded, index))).toEqual([
    0, 1, 1, 2, 3, 3, 4, 4, 6, 6,
  ]);
});

test("a Chinese dash between a label and its value stands as a colon, a single one as a hyphen", () => {
  const { text, units } = fold("生日——１—2\u200b――3");
  expect(text).toBe("生日: 1-2: 3");
  expect(String.fromCharCode(...units.subarray(0, text.length))).toBe(text);
});

test("radicals and compatibility forms stand as the Han characters they look like, variation selectors go", () => {
  expect(fold("联系⼈：⽅⽂⻘\ufe00，⺠⻄⻉⻋⻓⻔⻢⻰⻳\uf9f4\u3000⼭").text).toBe(
    "联系人：方文青，民西贝车长门马龙龟林 山",
  );
});

test("a text without noise is itself", () => {
  expect(fold("电话：100%")).toMatchObject({ text: "电话：100%" });
  expect(fold("电话").parts).toBeUndefined();
});
