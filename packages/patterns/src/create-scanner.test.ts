import { expect, test } from "vitest";
import { createScanner } from "./create-scanner.js";
import { detect } from "./detect.js";
import type { Match } from "./detector.js";
import type { ScannerOptions } from "./scanner.js";

const LINE = "收件人：王小明，电话 138 0013 8000，身份证 11010519491231002X，😀";

function streamed(chunks: Iterable<string>, options?: ScannerOptions): Match[] {
  const scanner = createScanner(options);
  const matches: Match[] = [];
  for (const chunk of chunks) matches.push(...scanner.push(chunk));
  return [...matches, ...scanner.end()];
}

test("character by character reports what the whole text holds", () => {
  const text = LINE.repeat(40);
  expect(streamed(text.split(""), { batch: 7 })).toEqual(detect(text));
});

test("one chunk longer than many batches reports what the whole text holds", () => {
  const text = `${LINE}\n`.repeat(3000);
  expect(streamed([text])).toEqual(detect(text));
});

test("matches come before the end of a long stream", () => {
  const scanner = createScanner({ batch: 100 });
  expect(scanner.push(LINE)).toEqual([]);
  expect(scanner.push("。".repeat(2000)).map(({ entityType }) => entityType)).toEqual(["name", "phone", "id-card"]);
  expect(scanner.end()).toEqual([]);
});

test("a number that thousands of invisible characters part across many chunks is one match", () => {
  const noise = "\u200b".repeat(3000);
  const number = [..."13800138000"].join(noise);
  const text = `电话：${number}。${LINE}`;
  expect(streamed(text.match(/.{1,500}/gsu)!, { batch: 64 })).toEqual(detect(text));
  expect(detect(text)[0]?.span).toEqual({ start: 3, end: 3 + number.length });
});

test("what it holds does not grow with the stream", () => {
  const scanner = createScanner({ batch: 1000 });
  let count = 0;
  for (let index = 0; index < 20_000; index++) count += scanner.push(LINE).length;
  expect(count + scanner.end().length).toBe(60_000);
});

test("options of detect hold for the stream", () => {
  expect(streamed([LINE], { only: new Set(["phone"]) }).map(({ entityType }) => entityType)).toEqual(["phone"]);
});

test("nothing can be pushed after the end", () => {
  const scanner = createScanner();
  scanner.end();
  expect(() => scanner.push("x")).toThrow("the scanner has ended");
});
