import { detect } from "@tuhei/patterns";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "./settings.ts";
import { examples, surroundings, values } from "./texts.ts";

test("an example is found whole on a line of its own, whatever stands above and below", () => {
  fc.assert(
    fc.property(examples, surroundings, surroundings, (planted, before, after) => {
      const text = `${before}\n\n${planted.text}\n\n${after}`;
      const at = before.length + 2;
      expect(isCovered(text, at + planted.span.start, at + planted.span.end)).toBe(true);
    }),
    runs(2000),
  );
});

test("a valid value is found whole in any sentence", () => {
  fc.assert(
    fc.property(values, surroundings, surroundings, ([, value], before, after) => {
      const text = `${before}，${value}，${after}`;
      const start = before.length + 1;
      expect(isCovered(text, start, start + value.length)).toBe(true);
    }),
    runs(2000),
  );
});

/** Whether matches cover every letter and digit of a range: another type may have taken a part of it. */
function isCovered(text: string, start: number, end: number): boolean {
  const matches = detect(text);
  for (let at = start; at < end; at++) {
    if (/[\p{L}\p{N}]/u.test(text[at]!) && !matches.some(({ span }) => span.start <= at && at < span.end)) return false;
  }
  return true;
}
