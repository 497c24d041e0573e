import type { Document, Page, TextRun } from "@tuhei/core";
import { expect, test } from "vitest";
import { holdPages } from "./held-pages.js";

const OCR: TextRun = { span: { start: 0, end: 1 }, origin: "ocr", precision: "estimated", confidence: 0.9 };

function document(count: number, change: Partial<Page> = {}) {
  let reads = 0;
  const held: Document = holdPages({
    format: "pdf",
    metadata: [],
    gaps: [],
    close() {},
    async *pages() {
      for (let index = 0; index < count; index++) {
        reads++;
        yield { index, text: "甲", runs: [], marks: [], gaps: [], locate: () => [], ...change };
      }
    },
  });
  return { held, reads: () => reads };
}

async function walked({ held }: ReturnType<typeof document>): Promise<number[]> {
  const pages: number[] = [];
  for await (const { index } of held.pages()) pages.push(index);
  return pages;
}

test.each([
  ["short document", 200, {}, 200],
  ["long document whose pictures were read", 201, { runs: [OCR] }, 201],
  ["long document of text", 201, {}, 402],
  ["streamed text", 3, { window: { offset: 0, line: 0, owned: { start: 0, end: 1 } } }, 6],
])("a %s is walked twice, all of it in order", async (_, count, change, reads) => {
  const one = document(count, change);
  const all = Array.from({ length: count }, (_, at) => at);
  expect(await walked(one)).toEqual(all);
  expect(await walked(one)).toEqual(all);
  expect(one.reads()).toBe(reads);
});

test("a document of which a walk was broken off is read again", async () => {
  const one = document(3);
  for await (const { index } of one.held.pages()) if (index === 1) break;
  expect(await walked(one)).toEqual([0, 1, 2]);
});
