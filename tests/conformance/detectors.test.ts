import { readdirSync } from "node:fs";
import { detect, detectors, entityTypes } from "@tuhei/patterns";
import { describe, expect, test } from "vitest";

/** What makes careless patterns backtrack. */
const HOSTILE = ["1", "1 ", "1-", "a@", "a.", "@a.", "地址：", "市", "张 ", "京A", "姓名", "(", "+86 ", "，区"];

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

  test("uses only entity types that are public", () => {
    expect(detectors.filter(({ entityType }) => !entityTypes.some((known) => known === entityType))).toEqual([]);
  });
});

describe.each(detectors.map((detector) => [detector.entityType, detector] as const))("%s", (entityType, detector) => {
  test.each(detector.examples.found)("finds exactly what is marked in %s", (example) => {
    const { text, values } = marked(example);
    expect(valuesOf(text, entityType)).toEqual(values);
  });

  test.each(detector.examples.ignored)("finds nothing in %s", (example) => {
    expect(valuesOf(example, entityType)).toEqual([]);
  });

  test.each(detector.examples.found)("still finds it after an astral character and zero-width noise: %s", (example) => {
    const { text, values } = marked(example);
    expect(valuesOf(`😀\u200b ${text}`, entityType)).toEqual(values);
  });

  test("is sticky, so that the single pass decides where it looks", () => {
    expect(detector.forms.map(({ pattern }) => [pattern.sticky, pattern.global])).toEqual(
      detector.forms.map(() => [true, false]),
    );
  });

  test("draws its own boundaries: \\b does not see Chinese characters", () => {
    expect(detector.forms.map(({ pattern }) => pattern.source).join("")).not.toMatch(/\\b/);
  });

  test.each(HOSTILE)("takes linear time on a long run of %j", (unit) => {
    const [short, long] = [8_000, 128_000].map((length) => secondsFor(unit.repeat(length / unit.length)));
    // 16 times the text; quadratic time would be 256 times as long.
    expect(long!).toBeLessThan(Math.max(short!, 0.01) * 100);
  });

  /** The quickest of three: what other programs do on the machine only adds. */
  function secondsFor(text: string): number {
    const runs = Array.from({ length: 3 }, () => {
      const start = performance.now();
      detect(text, { only: new Set([entityType]) });
      return (performance.now() - start) / 1000;
    });
    return Math.min(...runs);
  }
});
