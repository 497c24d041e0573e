import { detect } from "@tuhei/patterns";
import fc from "fast-check";
import { expect, test } from "vitest";
import { asciiExamples, asciiTexts } from "./ascii-texts.ts";
import { runs } from "./settings.ts";

/** ASCII text is spared the labels in Chinese and what only Chinese characters give away. One character that is none takes the whole road. */
const [ASCII_END, OTHER_END] = ["\n\n\n.", "\n\n\n。"];

test("ASCII text holds what is found with the whole of labels and neighbours, and nothing else", () => {
  fc.assert(
    fc.property(asciiTexts, (text) => {
      expect(detect(text + ASCII_END)).toEqual(detect(text + OTHER_END));
    }),
    runs(20_000),
  );
});

test("every example of a detector in ASCII is found with and without them", () => {
  expect(asciiExamples.length).toBeGreaterThan(100);
  expect(asciiExamples.map((text) => detect(text + ASCII_END))).toEqual(
    asciiExamples.map((text) => detect(text + OTHER_END)),
  );
});
