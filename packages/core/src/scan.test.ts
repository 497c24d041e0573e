import { createAllowList, detectorFromConfig } from "@tuhei/patterns";
import { expect, test } from "vitest";
import { createServices } from "./create-services.js";
import { open } from "./open.js";
import { type ScanOptions, scan } from "./scan.js";
import { bytesSource } from "./source.js";

const staff = detectorFromConfig({ entityType: "custom-staff", pattern: "E\\d{6}", tier: "business" });
const TEXT = "工号 E123456，电话：13900001234，邮箱 lin@example.com\n再写一遍 13900001234\n";

async function typesIn(options: ScanOptions): Promise<string[]> {
  const source = bytesSource(new TextEncoder().encode(TEXT), "a.txt");
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

test("a threshold holds for its own type only", async () => {
  expect(await typesIn({ minScore: { phone: 1.1 } })).toEqual(["email"]);
});
