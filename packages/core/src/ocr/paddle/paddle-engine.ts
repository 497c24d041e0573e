import type { OcrEngine } from "../engine.js";
import type { Models } from "./network.js";
import { recognizePage } from "./recognize-page.js";

/** PP-OCRv4 (PaddlePaddle, Apache-2.0), the reading around its three networks being our own. */
export function paddleEngine(models: Models): OcrEngine {
  return {
    name: "paddle",
    recognize: (raster) => recognizePage(models, raster),
    async close() {
      for (const network of [models.detector, models.direction, models.recognizer]) await network.close();
    },
  };
}
