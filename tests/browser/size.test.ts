import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { bundle } from "./bundle.ts";

/** What a page may have to load, in bytes of gzip (kB of 1,000 bytes). The aim for everything is 60,000. */
test.each([
  ["everything, aimed at 60 kB,", 67_480, 'export * from "@tuhei/patterns"'],
  ["all that detect finds", 60_930, 'export { detect } from "@tuhei/patterns"'],
  ["the digit detectors alone", 19_850, 'export { detect } from "@tuhei/patterns/digits"'],
])("a bundle of %s is at most %i bytes", async (name, limit, source) => {
  const code = await bundle(source);
  const bytes = gzipSync(code, { level: 9 }).length;
  console.info(`${name}: ${(code.length / 1000).toFixed(1)} kB, ${(bytes / 1000).toFixed(1)} kB gzip`);
  expect(bytes).toBeLessThanOrEqual(limit);
});

test("what is not asked for is left out of a bundle", async () => {
  const source =
    'import { createDetect } from "@tuhei/patterns"; import { email } from "@tuhei/patterns/detectors/email"; export const detect = createDetect([email]);';
  const code = await bundle(source);
  expect(code).toContain("at-sign");
  expect(code).not.toContain("身份证号码");
  expect(code).not.toContain("GB 11643");
});
