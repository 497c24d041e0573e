import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pdfOf } from "../builders/pdf.ts";
import { emptyFolder, filesBelow, runTuhei } from "./run-tuhei.ts";

test("a file that stops pdfium or kills the thread of pdf.js fails alone; those before and after it are written", async () => {
  const folder = emptyFolder();
  const texts = [{ text: "姓名：林晓峰，电话：13900001234", x: 72, y: 100 }];
  for (const [name, width] of [
    ["1-good", 612],
    ["2-traps", 611.11],
    ["3-good", 612],
    ["4-dies", 613.13],
    ["5-good", 612],
  ] as const) {
    writeFileSync(join(folder, `${name}.pdf`), await pdfOf([{ texts, size: [width, 792] }]));
  }
  const out = join(emptyFolder(), "out");
  const loader = new URL("trap-on-marker.mjs", import.meta.url).href;
  const run = await runTuhei(["redact", folder, "--out", out, "--format", "json", "--ocr", "none"], {
    env: { NODE_OPTIONS: `--import ${loader}` },
  });
  const codes = JSON.parse(run.stdout).files.map(({ error }: { error?: { code: string } }) => error?.code);
  expect(codes).toEqual([undefined, "engine", undefined, "residue", undefined]);
  expect(filesBelow(out)).toEqual(["1-good.pdf", "3-good.pdf", "5-good.pdf"]);
  expect(run.exitCode).toBe(3);
  expect(run.stdout + run.stderr).not.toContain("13900001234");
});
