import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import {
  beforeAfterFolder,
  buildExamples,
  committedTruth,
  documentsFolder,
  examples,
  truthOf,
  writeExamples,
} from "../builders/examples.ts";

/** What the builders make. Set UPDATE_EXAMPLES=1 to write it to `examples/`. */
const built = await buildExamples();
if (process.env.UPDATE_EXAMPLES) await writeExamples(built);

test("examples/truth.json is what the builders plant", () => {
  expect(committedTruth()).toEqual(truthOf(built));
});

test("examples/documents holds what the builders make and nothing else", () => {
  expect(readdirSync(documentsFolder).sort()).toEqual(built.map(({ name }) => name).sort());
});

// Pictures depend on the version of the system's font: only their truth is compared.
test.each(built.filter(({ name }) => /\.(txt|csv|tsv)$/.test(name)))(
  "$name is byte for byte what its builder makes",
  ({ name, bytes }) => {
    expect(readFileSync(join(documentsFolder, name)).equals(bytes)).toBe(true);
  },
);

test("the pictures before and after are of one size and small enough for a README", async () => {
  const [before, after] = ["before.png", "after.png"].map((name) => readFileSync(join(beforeAfterFolder, name)));
  const [was, is] = await Promise.all([before!, after!].map((file) => sharp(file).metadata()));
  expect([is!.width, is!.height]).toEqual([was!.width, was!.height]);
  expect(Math.max(before!.length, after!.length)).toBeLessThanOrEqual(150_000);
});

test.each(["README.md", "README.en.md"])("%s shows both pictures", (name) => {
  const readme = readFileSync(join(examples, "..", name), "utf8");
  expect(readme).toContain("examples/before-after/before.png");
  expect(readme).toContain("examples/before-after/after.png");
});
