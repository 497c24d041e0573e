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
      expect(coveredIn(text, at + planted.span.start, at + planted.span.end)).toBe(true);
    }),
    runs(2000),
  );
});

test("a valid value is found whole in any sentence", () => {
  fc.assert(
    fc.property(values, surroundings, surroundings, ([, value], before, after) => {
      const text = `${before}，${value}，${after}`;
      const start = before.length + 1;
      expect(coveredIn(text, start, start + value.length)).toBe(true);
    }),
    runs(2000),
  );
});

/** Whether one match covers a range of the text. */
function coveredIn(text: string, start: number, end: number): boolean {
  return detect(text).some(({ span }) => span.start <= start && end <= span.end);
}
