import { createScanner, type DetectOptions, detect, labelOf, mask, maskValue } from "@tuhei/patterns";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "./settings.ts";
import { anyUnits, documents } from "./texts.ts";

const texts = fc.oneof(
  anyUnits,
  documents,
  fc.tuple(anyUnits, documents).map((parts) => parts.join("")),
);

/** Parts of a text in order, each with a label that may be anything. */
function labelsOf(text: string): fc.Arbitrary<NonNullable<DetectOptions["labels"]>> {
  const label = fc.oneof(anyUnits, fc.constantFrom("姓名", "手机号", "phone_no", "address", ""));
  return fc.array(fc.tuple(fc.nat(text.length), label), { maxLength: 6 }).map((places) => {
    const sorted = [...places].sort(([a], [b]) => a - b);
    return sorted.map(([start, named], index) => ({
      span: { start, end: sorted[index + 1]?.[0] ?? text.length },
      label: named,
    }));
  });
}

test("no text throws, and every match is a range of it, in order, apart from the others", () => {
  const cases = texts.chain((text) => fc.tuple(fc.constant(text), labelsOf(text), fc.boolean()));
  fc.assert(
    fc.property(cases, ([text, labels, ocr]) => {
      let end = 0;
      for (const { span, score, reason } of detect(text, { labels, ocr })) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.start);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(reason).not.toBe("");
        end = span.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    runs(3000),
  );
});

test("neither labels, nor masks, nor scanners throw", () => {
  fc.assert(
    fc.property(texts, (text) => {
      labelOf(text, { ocr: true });
      mask(text);
      maskValue(text, "email");
      const scanner = createScanner({ batch: 10 });
      scanner.push(text);
      scanner.end();
    }),
    runs(1000),
  );
});

test("the reason never repeats the value", () => {
  fc.assert(
    fc.property(documents, (text) => {
      for (const { span, reason } of detect(text)) {
        const value = text.slice(span.start, span.end);
        if (value.length >= 4) expect(reason).not.toContain(value);
      }
    }),
    runs(500),
  );
});
