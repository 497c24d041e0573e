import { TuheiError } from "../errors.js";
import type { Raster } from "../ocr/engine.js";
import { openNetwork } from "../ocr/paddle/runtime.js";
import { commandToAdd } from "../optional-packages.js";
import { anchorsOf, faceModel } from "./face-network.js";
import { type Face, findFaces } from "./find-faces.js";
import { readWeights } from "./weights.js";

/** Looks for faces. Holds no document state. */
export interface FaceFinder {
  /** @throws {TuheiError} "engine" */
  find(raster: Raster): Promise<readonly Face[]>;
  close(): Promise<void>;
}

const MODEL = "../model/ssd_mobilenetv1_model";
const REMEDY = `run: ${commandToAdd("faces")}; or keep faces`;

/**
 * Loads the runtime and the weights from their packages; no network.
 *
 * @param threads see `ServiceOptions`
 * @throws {TuheiError} "engine"
 */
export async function loadFaces(threads: number): Promise<FaceFinder> {
  try {
    const runtime = await import("onnxruntime-node");
    const asset = (ending: string) => new URL(MODEL + ending, import.meta.resolve("@vladmandic/face-api"));
    const layers = await readWeights(asset("-weights_manifest.json"), asset(".bin"));
    const network = await openNetwork(runtime, faceModel(layers), threads);
    const anchors = anchorsOf(layers);
    return { find: (raster) => findFaces({ network, anchors }, raster), close: () => network.close() };
  } catch (cause) {
    throw new TuheiError("engine", `Faces cannot be looked for; ${REMEDY}`, { cause });
  }
}
