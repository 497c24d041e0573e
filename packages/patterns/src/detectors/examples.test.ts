import { describe, expect, test } from "vitest";
import { describedDetectors } from "../descriptions.js";
import { detect } from "../detect.js";

/** "姓名：⟦王小明⟧" as the text and the values that are marked in it. */
function marked(example: string): { text: string; values: string[] } {
  return {
    text: example.replace(/[⟦⟧]/g, ""),
    values: [...example.matchAll(/⟦([^⟧]*)⟧/g)].map(([, value]) => value!),
  };
}

describe.each(describedDetectors.map((detector) => [detector.entityType, detector] as const))(
  "%s",
  (entityType, { examples }) => {
    const valuesOf = (text: string) =>
      detect(text)
        .filter((match) => match.entityType === entityType)
        .map(({ span }) => text.slice(span.start, span.end));

    test.each(examples.found)("finds exactly what is marked in %s", (example) => {
      const { text, values } = marked(example);
      expect(valuesOf(text)).toEqual(values);
    });

    test.each(examples.ignored)("finds nothing in %s", (example) => {
      expect(valuesOf(example)).toEqual([]);
    });
  },
);
