import { TuheiError } from "../../errors.js";
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

/** The files of the package of models. */
export interface ModelFiles {
  readonly detector: Uint8Array;
  readonly direction: Uint8Array;
  readonly recognizer: Uint8Array;
  /** One character a line. */
  readonly characters: string;
}

/** What runs networks: onnxruntime-node, and onnxruntime-web in a page. Whoever reads text alone has neither, nor their types. */
export interface Runtime {
  readonly InferenceSession: { create(model: Uint8Array, options?: object): Promise<RuntimeSession> };
  readonly Tensor: new (type: "float32", data: Float32Array, dims: readonly number[]) => RuntimeTensor;
}

interface RuntimeSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(inputs: Readonly<Record<string, RuntimeTensor>>): Promise<Readonly<Record<string, RuntimeTensor>>>;
  release(): Promise<void>;
}

interface RuntimeTensor {
  readonly data: unknown;
  readonly dims: readonly number[];
}

/** The networks of PP-OCR on a runtime. Rejects with the runtime's error. */
export async function openModels(runtime: Runtime, files: ModelFiles, threads: number): Promise<Models> {
  const network = (model: Uint8Array) => openNetwork(runtime, lighterModel(model), threads);
  return {
    detector: await network(files.detector),
    direction: await network(files.direction),
    recognizer: await network(files.recognizer),
    alphabet: ["", ...files.characters.replace(/\r?\n$/, "").split(/\r?\n/), " "],
  };
}

/** A network of one input and one output, ready to run. */
export async function openNetwork(runtime: Runtime, model: Uint8Array, threads: number): Promise<Network> {
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

async function infer(session: RuntimeSession, input: RuntimeTensor): Promise<Output> {
  try {
    const outputs = await session.run({ [session.inputNames[0]!]: input });
    const { data, dims } = outputs[session.outputNames[0]!]!;
    return { data: data as Float32Array, dims };
  } catch (cause) {
    throw new TuheiError("engine", "The OCR engine failed on this picture; try a smaller picture", { cause });
  }
}
