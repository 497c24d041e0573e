import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { documents } from "../builders/documents/index.ts";

const examples = fileURLToPath(new URL("../../examples", import.meta.url));
const folder = join(examples, "documents");
const truthFile = join(examples, "truth.json");

/** What the builders make. Set UPDATE_EXAMPLES=1 to write it to `examples/`. */
const built = await Promise.all(documents.map((build) => build()));
const truth = Object.fromEntries(built.map(({ name, planted }) => [name, planted]));

if (process.env.UPDATE_EXAMPLES) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of built) writeFileSync(join(folder, name), bytes);
  writeFileSync(truthFile, `${JSON.stringify(truth, null, 2)}\n`);
}

test("examples/truth.json is what the builders plant", () => {
  expect(JSON.parse(readFileSync(truthFile, "utf8"))).toEqual(truth);
});

test("examples/documents holds what the builders make and nothing else", () => {
  expect(readdirSync(folder).sort()).toEqual(built.map(({ name }) => name).sort());
});

// Pictures depend on the version of the system's font: only their truth is compared.
test.each(built.filter(({ name }) => /\.(txt|csv|tsv)$/.test(name)))(
  "$name is byte for byte what its builder makes",
  ({ name, bytes }) => {
    expect(readFileSync(join(folder, name)).equals(bytes)).toBe(true);
  },
);
