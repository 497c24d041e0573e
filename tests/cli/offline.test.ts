import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { emptyFolder, runTuhei } from "./run-tuhei.ts";

const hook = new URL("no-socket.mjs", import.meta.url).href;
const documents = fileURLToPath(new URL("../../examples/documents", import.meta.url));
const env = { NODE_OPTIONS: `--import=${hook}` };

test.each([
  ["a bank card and its OCR", "银行卡.png", []],
  ["the second OCR engine", "银行卡.png", ["--ocr", "tesseract"]],
  ["a waybill and its barcodes", "快递单-面单.png", []],
  ["a PDF", "登机牌.pdf", []],
  ["text", "聊天记录.txt", []],
])("%s is redacted without a socket", async (_what, name, options) => {
  const run = await runTuhei(["redact", join(documents, name), "--out", emptyFolder(), ...options], { env });
  expect(run.stderr).not.toContain("network");
  expect(run.exitCode).not.toBe(99);
  expect(run.stdout).toContain(name);
});

test("the hook does see a socket", async () => {
  const script = join(emptyFolder(), "reach.mjs");
  writeFileSync(script, 'import net from "node:net"; net.connect(9, "127.0.0.1");');
  const { spawnSync } = await import("node:child_process");
  expect(spawnSync(process.execPath, ["--import", hook, script]).status).toBe(99);
});

test("text is scanned without loading OCR, PDF, picture or barcode engines", async () => {
  const file = join(emptyFolder(), "a.txt");
  writeFileSync(file, "电话：13900001234\n");
  const loaded = new URL("loaded-modules.mjs", import.meta.url).href;
  const run = await runTuhei(["scan", file, "--format", "json"], { env: { NODE_OPTIONS: `--import=${loaded}` } });
  expect(run.exitCode).toBe(1);
  expect(run.stderr).toContain("loaded:");
  expect(run.stderr).not.toMatch(/sharp|pdfium|pdf-lib|onnxruntime|tesseract|zxing/);
});

test.each([["--version"], ["scan", "--version"]])("%s tells the version of the package", async (...args) => {
  const manifest = readFileSync(new URL("../../packages/cli/package.json", import.meta.url), "utf8");
  const loaded = new URL("loaded-modules.mjs", import.meta.url).href;
  const run = await runTuhei(args, { env: { NODE_OPTIONS: `--import=${loaded}` } });
  expect(run.stdout).toBe(`${JSON.parse(manifest).version}\n`);
  // By itself it loads nothing: neither the parser nor a checker of configurations.
  if (args.length === 1) expect(run.stderr).toBe("");
  expect(run.stderr).not.toMatch(/zod|yaml|ignore/);
});
