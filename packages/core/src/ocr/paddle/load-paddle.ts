import type { OcrEngine } from "../engine.js";
import { recognizePage } from "./recognize-page.js";
import { loadModels } from "./runtime.js";

/**
 * PP-OCRv4 (PaddlePaddle, Apache-2.0) on onnxruntime, the reading around its three networks being our own.
 *
 * @param threads see `ServiceOptions`
 * @throws {TuheiError} "engine"
 */
export async function loadPaddle(threads: number): Promise<OcrEngine> {
  const models = await loadModels(threads);
  return {
    name: "paddle",
    recognize: (raster) => recognizePage(models, raster),
    async close() {
      for (const network of [models.detector, models.direction, models.recognizer]) await network.close();
    },
  };
}
