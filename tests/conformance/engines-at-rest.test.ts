import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";

/** What a process may take to start an engine, read a small picture, and end by itself. */
const TIMEOUT_MS = 60_000;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tuhei-engines-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs a module in a process of its own, in an empty folder; it is killed when it does not end by itself. */
async function run(code: string): Promise<string> {
  const core = JSON.stringify(import.meta.resolve("@tuhei/core"));
  const source = `import { createRequire } from "node:module"; const core = await import(${core}); ${code}`;
  const options = { cwd: folder, timeout: TIMEOUT_MS };
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", source], options);
  return stdout.trim();
}

const PICTURE = "{ data: new Uint8Array(64 * 64 * 3).fill(255), width: 64, height: 64 }";
const LOADED = `Object.keys(createRequire(${JSON.stringify(import.meta.url)}).cache).join("\\n")`;

test.each(["paddle", "tesseract"])("the engine %s ends with its services and leaves no file", async (ocr) => {
  const code = `const services = core.createServices({ ocr: ${JSON.stringify(ocr)} });
    const lines = await (await services.ocr()).recognize(${PICTURE});
    await services.close();
    console.log(lines.length);`;
  expect(await run(code)).toBe("0");
  expect(await readdir(folder)).toEqual([]);
});

test("services that are not asked load no engine", async () => {
  const code = `const services = core.createServices(); await services.close(); console.log(${LOADED});`;
  expect(await run(code)).not.toMatch(/onnxruntime|tesseract|zxing/);
});

test("reading a picture loads the engine that reads it and no other", async () => {
  const code = `const services = core.createServices({ ocr: "paddle" });
    await services.ocr(); await services.close(); console.log(${LOADED});`;
  const loaded = await run(code);
  expect(loaded).toMatch(/onnxruntime/);
  expect(loaded).not.toMatch(/tesseract/);
});
