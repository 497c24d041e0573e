import { constants, type PerformanceEntry, PerformanceObserver } from "node:perf_hooks";
import { bytesSource, createServices, type ServiceOptions } from "@tuhei/core";
import { redact } from "@tuhei/redactor";
import { expect, test } from "vitest";
import { pdfOf } from "../builders/pdf.ts";

/** Pages enough to be worked on in parts, and to be given back while the proof reads them. */
const PAGES = 66;

/** How often all of the process's garbage was collected by order while a long file was redacted. */
async function collections(options: ServiceOptions): Promise<number> {
  const bytes = await pdfOf(
    Array.from({ length: PAGES }, () => ({ texts: [{ text: "电话：13900001234", x: 72, y: 90 }] })),
  );
  const entries: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => void entries.push(...list.getEntries()));
  observer.observe({ entryTypes: ["gc"] });
  const services = createServices({ ocr: "none", faces: "keep", threads: 1, ...options });
  try {
    const { file, dispose } = await redact(bytesSource(bytes, "long.pdf"), { open: { services } });
    expect(file.source.size).toBeGreaterThan(0);
    await dispose();
    entries.push(...observer.takeRecords());
  } finally {
    observer.disconnect();
    await services.close();
  }
  return entries.filter(wasOrdered).length;
}

/** Types of Node know no details of entries. */
function wasOrdered(entry: PerformanceEntry): boolean {
  const { flags } = (entry as PerformanceEntry & { readonly detail: { readonly flags: number } }).detail;
  return (flags & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) !== 0;
}

test("a program that redacts a long PDF beside other work is not made to stand still", async () => {
  expect(await collections({})).toBe(0);
}, 120_000);

test("a process that is there for it gives back what long PDFs leave", async () => {
  expect(await collections({ ownsProcess: true })).toBeGreaterThan(0);
}, 120_000);
