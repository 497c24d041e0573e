import { readdirSync } from "node:fs";
import { detect, detectors, entityTypes } from "@tuhei/patterns";
import { describedDetectors } from "@tuhei/patterns/descriptions";
import { describe, expect, test } from "vitest";

/** "姓名：⟦王小明⟧" as the text and the values that are marked in it. */
function marked(example: string): { text: string; values: string[] } {
  return {
    text: example.replace(/[⟦⟧]/g, ""),
    values: [...example.matchAll(/⟦([^⟧]*)⟧/g)].map(([, value]) => value!),
  };
}

function valuesOf(text: string, entityType: string): string[] {
  return detect(text)
    .filter((match) => match.entityType === entityType)
    .map(({ span }) => text.slice(span.start, span.end));
}

describe("the table of detectors", () => {
  test("is in order of entity type and holds every file once", () => {
    const files = readdirSync(new URL("../../packages/patterns/src/detectors", import.meta.url))
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "index.ts")
      .map((file) => file.replace(/\.ts$/, ""))
      .sort();
    expect(detectors.map(({ entityType }) => entityType)).toEqual(files);
  });

  test("holds its data once for each type: two names, a source, an example of either kind, a legal class", () => {
    for (const { title, sources, examples, legal, forms } of describedDetectors) {
      expect([title.en, title.zh, ...sources, ...examples.found].every((text) => text.trim() !== "")).toBe(true);
      expect([sources.length, examples.found.length, examples.ignored.length, forms.length]).not.toContain(0);
      expect(["general", "transaction", "property", "business"]).toContain(legal.tier);
    }
  });

  test("names labels of two characters or more, without spaces around them", () => {
    const wrong = detectors.flatMap(({ context = [] }) =>
      context.filter((word) => word.length < 2 || word !== word.trim()),
    );
    expect(wrong).toEqual([]);
  });

  test("uses only entity types that are public", () => {
    expect(detectors.filter(({ entityType }) => !entityTypes.some((known) => known === entityType))).toEqual([]);
  });
});

describe.each(describedDetectors.map((detector) => [detector.entityType, detector] as const))(
  "%s",
  (entityType, detector) => {
    test.each(detector.examples.found)("finds exactly what is marked in %s", (example) => {
      const { text, values } = marked(example);
      expect(valuesOf(text, entityType)).toEqual(values);
    });

    test.each(detector.examples.ignored)("finds nothing in %s", (example) => {
      expect(valuesOf(example, entityType)).toEqual([]);
    });

    test.each(detector.examples.found)(
      "still finds it after an astral character and zero-width noise: %s",
      (example) => {
        const { text, values } = marked(example);
        expect(valuesOf(`😀\u200b\n${text}`, entityType)).toEqual(values);
      },
    );

    test("is sticky, so that the single pass decides where it looks", () => {
      expect(detector.forms.map(({ pattern }) => [pattern.sticky, pattern.global])).toEqual(
        detector.forms.map(() => [true, false]),
      );
    });

    test("draws its own boundaries: \\b does not see Chinese characters", () => {
      expect(detector.forms.map(({ pattern }) => pattern.source).join("")).not.toMatch(/\\b/);
    });
  },
);
