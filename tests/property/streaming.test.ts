import { spawnSync } from "node:child_process";
import { createScanner, detect, type Match, type ScannerOptions } from "@tuhei/patterns";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "./settings.ts";
import { anyUnits, documents } from "./texts.ts";

/** A text, and where it is cut: anywhere, within characters and values too. */
const cutTexts = fc
  .array(fc.oneof({ weight: 4, arbitrary: documents }, { weight: 1, arbitrary: anyUnits }), { maxLength: 40 })
  .map((pieces) => pieces.join(""))
  .chain((text) => fc.array(fc.nat(text.length), { maxLength: 30 }).map((places) => ({ text, places })));

function chunksOf({ text, places }: { text: string; places: readonly number[] }): string[] {
  const cuts = [0, ...[...places].sort((a, b) => a - b), text.length];
  return cuts.slice(1).map((end, index) => text.slice(cuts[index], end));
}

function streamed(chunks: readonly string[], options: ScannerOptions): Match[] {
  const scanner = createScanner(options);
  const matches = chunks.flatMap((chunk) => scanner.push(chunk));
  return [...matches, ...scanner.end()];
}

test("a stream reports what the whole text holds, wherever it is cut", () => {
  fc.assert(
    fc.property(cutTexts, fc.constantFrom(1, 16, 100, 700), (cutText, batch) => {
      expect(streamed(chunksOf(cutText), { batch })).toEqual(detect(cutText.text));
    }),
    runs(300),
  );
});

test("a stream of 200 MB is scanned in a heap of 32 MB of memory", () => {
  const script = `
    import { createScanner } from ${JSON.stringify(import.meta.resolve("@tuhei/patterns"))};
    const scanner = createScanner({ only: new Set(["phone"]) });
    const chunk = "今天天气很好，出门走走，看看花草。\\n".repeat(50_000);
    let count = 0;
    for (let sent = 0; sent < 100e6; sent += chunk.length) count += scanner.push(chunk + "电话13800138000\\n").length;
    console.log(count + scanner.end().length);
  `;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--max-old-space-size=32", "--input-type=module", "-e", script],
    { encoding: "utf8" },
  );
  expect({ stdout, stderr }).toEqual({ stdout: "112\n", stderr: "" });
});
