import type { Raster } from "../ocr/engine.js";
import { openNetwork, type Runtime } from "../ocr/paddle/network.js";
import { anchorsOf, faceModel } from "./face-network.js";
import { type Face, findFaces } from "./find-faces.js";
import { readWeights, type Weights } from "./weights.js";

/** Looks for faces. Holds no document state. */
export interface FaceFinder {
  /** @throws {TuheiError} "engine" */
  find(raster: Raster): Promise<readonly Face[]>;
  close(): Promise<void>;
}

/** The files of `ssd_mobilenetv1_model` in @vladmandic/face-api. */
export interface FaceFiles {
  /** JSON. */
  readonly manifest: string;
  readonly weights: Uint8Array;
}

/** The network for faces on a runtime. Rejects with the runtime's error. */
export async function openFaceFinder(
  runtime: Runtime,
  { manifest, weights }: FaceFiles,
  threads: number,
): Promise<FaceFinder> {
  const { model, anchors } = modelOf(readWeights(manifest, weights));
  const network = await openNetwork(runtime, model, threads);
  return { find: (raster) => findFaces({ network, anchors }, raster), close: () => network.close() };
}

/** Apart, so that nothing holds the layers while the runtime takes the model in. */
function modelOf(layers: ReadonlyMap<string, Weights>) {
  return { model: faceModel(layers), anchors: anchorsOf(layers) };
}
