import * as patterns from "@tuhei/patterns";
import { describedDetectors } from "@tuhei/patterns/descriptions";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anyUnits, documents } from "../property/texts.ts";
import { bundle } from "./bundle.ts";
import { findChromium, openPage, type Page } from "./chromium.ts";

const chromium = findChromium();

test("Chromium is installed where changes are accepted", () => {
  if (process.env.CI) expect(chromium).toBeDefined();
  else if (!chromium) console.warn("Chromium is not installed: what browsers do is not tested (apt install chromium)");
});

/** Every example, and documents of all kinds of text. */
const texts = [
  ...describedDetectors.flatMap(({ examples }) => [...examples.found, ...examples.ignored]),
  ...fc.sample(documents, { numRuns: 300, seed: 1 }),
  ...fc.sample(anyUnits, { numRuns: 100, seed: 1 }),
];

/** Everything the package finds and does with the texts. The same code runs in Node, in a page and in a worker. */
function results(tuhei: typeof patterns, all: readonly string[]): string {
  const scanner = tuhei.createScanner({ batch: 500 });
  return JSON.stringify({
    found: all.map((text) => tuhei.detect(text)),
    ocr: all.map((text) => tuhei.detect(text, { ocr: true })),
    masked: all.map((text) => tuhei.mask(text)),
    streamed: [...all.flatMap((text) => scanner.push(text)), ...scanner.end()],
    hashes: all.slice(0, 50).map((text) => tuhei.hashOf(text, "key")),
  });
}

describe.skipIf(!chromium)("in a browser", () => {
  let page: Page;
  let code: string;
  const inNode = results(patterns, texts);

  beforeAll(async () => {
    page = await openPage(chromium!);
    code = await bundle('export * from "@tuhei/patterns"', "iife");
  });
  afterAll(() => page.close());

  test("a page finds what Node finds", async () => {
    const inPage = await page.evaluate(
      `(async () => { ${code}; return (${results})(patterns, ${JSON.stringify(texts)}); })()`,
    );
    expect(inPage).toBe(inNode);
  });

  test("a worker finds what Node finds", async () => {
    const work = `${code}; onmessage = ({ data }) => postMessage((${results})(patterns, data));`;
    const inWorker = await page.evaluate(`new Promise((resolve, reject) => {
      const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(work)}], { type: "text/javascript" })));
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(${JSON.stringify(texts)});
    })`);
    expect(inWorker).toBe(inNode);
  });
});
