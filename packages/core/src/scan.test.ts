import { createAllowList, detectorFromConfig } from "@tuhei/patterns";
import { expect, test } from "vitest";
import { createServices } from "./create-services.js";
import type { Document } from "./model/document.js";
import { open } from "./open.js";
import { type ScanOptions, scan } from "./scan.js";
import { bytesSource } from "./source.js";
import { createValueIndex } from "./values.js";

const staff = detectorFromConfig({ entityType: "custom-staff", pattern: "E\\d{6}", tier: "business" });
const TEXT = "工号 E123456，电话：13900001234，邮箱 lin@example.com\n再写一遍 13900001234\n";

async function typesIn(options: ScanOptions, text = TEXT): Promise<string[]> {
  const source = bytesSource(new TextEncoder().encode(text), "a.txt");
  const document = await open(source, { services: createServices() });
  const types: string[] = [];
  for await (const { findings } of scan(document, options))
    types.push(...findings.map(({ entityType }) => entityType as string));
  return types;
}

test("detectors of the caller's own take part, and their legal class decides as for built-in ones", async () => {
  const detectors = [staff];
  expect(await typesIn({ detectors, organisations: true })).toEqual(["custom-staff", "phone", "email", "phone"]);
  expect(await typesIn({ detectors })).toEqual(["phone", "email", "phone"]);
});

test("what the caller allows is not found, nor found again as a known value", async () => {
  expect(await typesIn({ allow: createAllowList({ patterns: ["139\\d{8}"] }) })).toEqual(["email"]);
});

test("a word that is taken for a name in one place is not found in others", async () => {
  const taken = "用客人房间电话打手机。";
  expect(await typesIn({}, taken)).toEqual(["name"]);
  expect(await typesIn({}, `${taken}房间很大，房间很新。`)).toEqual(["name"]);
});

test("a threshold holds for its own type only", async () => {
  expect(await typesIn({ minScore: { phone: 1.1 } })).toEqual(["email"]);
});

test("a number that the end of a window cuts out of a longer one is not looked for again", async () => {
  const timestamp = '{"ts":1772384144712}';
  const cut = "served\n".repeat(20) + timestamp.slice(0, 17);
  const document = (end: number): Document => ({
    format: "text",
    metadata: [],
    gaps: [],
    async *pages() {
      const window = { offset: 0, line: 0, owned: { start: 0, end } };
      yield { index: 0, text: cut, runs: [], marks: [], gaps: [], locate: () => [], window };
    },
    close() {},
  });
  const learned = async (end: number) => {
    const values = createValueIndex();
    for await (const _ of scan(document(end), { values }));
    return [...values.values()];
  };
  expect(await learned(100)).toEqual([]);
  // Where the text ends there, it is one.
  expect(await learned(cut.length)).toEqual(["17723841447"]);
});
