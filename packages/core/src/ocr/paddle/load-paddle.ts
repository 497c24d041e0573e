import type { OcrEngine } from "../engine.js";
import { paddleEngine } from "./paddle-engine.js";
import { loadModels } from "./runtime.js";

/**
 * PP-OCRv4 on onnxruntime-node.
 *
 * @param threads see `ServiceOptions`
 * @throws {TuheiError} "engine"
 */
export async function loadPaddle(threads: number): Promise<OcrEngine> {
  return paddleEngine(await loadModels(threads));
}
