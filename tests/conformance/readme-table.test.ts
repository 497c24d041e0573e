import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Figures, type Language, typesTable } from "../builders/types-table.ts";

const READMES: readonly (readonly [file: string, language: Language])[] = [
  ["README.md", "zh"],
  ["README.en.md", "en"],
];
const [START, END] = ["<!-- types: npm run readme -->", "<!-- /types -->"];

/** Written by the measurement of recall and precision; a type without a figure shows a dash. */
const figures = JSON.parse(
  readFileSync(new URL("../bench/detection-figures.json", import.meta.url), "utf8"),
) as Figures;

test.each(READMES)("%s shows the detectors as they are; else run `npm run readme`", (file, language) => {
  const url = new URL(`../../${file}`, import.meta.url);
  const text = readFileSync(url, "utf8");
  const [start, end] = [text.indexOf(START) + START.length, text.indexOf(END)];
  expect(start).toBeGreaterThan(START.length);
  expect(end).toBeGreaterThan(start);
  const table = `\n\n${typesTable(language, figures)}\n\n`;
  if (process.env.UPDATE_README) writeFileSync(url, text.slice(0, start) + table + text.slice(end));
  else expect(text.slice(start, end)).toBe(table);
});

test("figures are shares of detectors that exist", () => {
  const table = typesTable("en", figures);
  for (const [entityType, share] of [...Object.entries(figures.recall), ...Object.entries(figures.precision)]) {
    expect(table).toContain(`| \`${entityType}\` |`);
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
  }
});
