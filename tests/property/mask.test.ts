import { detect, detectors, mask } from "@tuhei/patterns";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "./settings.ts";
import { documents, examples, surroundings, values } from "./texts.ts";

const business = new Set(
  detectors.filter(({ legal }) => legal.tier === "business").map(({ entityType }) => entityType),
);

test("a masked text holds nothing more to find", () => {
  fc.assert(
    fc.property(documents, (text) => {
      const left = detect(mask(text)).filter(({ entityType }) => !business.has(entityType));
      expect(left).toEqual([]);
    }),
    runs(1000),
  );
});

test("no value that was planted is left, however often it stands there", () => {
  fc.assert(
    fc.property(values, surroundings, surroundings, surroundings, ([, value], before, between, after) => {
      expect(mask(`${before}，${value}，${between}，${value}，${after}`)).not.toContain(value);
    }),
    runs(1000),
  );
});

test("a value that its label gave away is masked where it stands again without", () => {
  fc.assert(
    fc.property(examples, surroundings, ({ entityType, text, span }, between) => {
      const value = text.slice(span.start, span.end);
      fc.pre(!business.has(entityType) && (/[^\x20-\x7e]/.test(value) || value.length >= 6));
      expect(mask(`${text}\n\n${between}\n\n`)).not.toContain(value);
    }),
    runs(1000),
  );
});

test("masking keeps every place and every line end", () => {
  fc.assert(
    fc.property(documents, (text) => {
      const shape = (whole: string) =>
        [...whole].map((character) => (/[\r\n]/.test(character) ? character : "x")).join("");
      expect(shape(mask(text))).toBe(shape(text));
    }),
    runs(500),
  );
});
