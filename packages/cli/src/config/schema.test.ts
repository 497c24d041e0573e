import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { jsonSchema } from "./schema.js";

const file = new URL("../../schema.json", import.meta.url);

test("the shipped JSON Schema is that of the configuration (UPDATE_SCHEMA=1 writes it)", () => {
  const schema = JSON.parse(JSON.stringify(jsonSchema()));
  if (process.env.UPDATE_SCHEMA) writeFileSync(file, `${JSON.stringify(schema, undefined, 2)}\n`);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(schema);
});
