import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { prepareZXingModule, type ReaderOptions, type ReadResult, readBarcodes as zxingRead } from "zxing-wasm/reader";
import { TuheiError } from "../errors.js";
import type { Quad } from "../model/geometry.js";
import type { Raster } from "../ocr/engine.js";
import type { Barcode } from "../services.js";

const OPTIONS: ReaderOptions = {
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  returnErrors: true,
};

let started: Promise<unknown> | undefined;

/** The barcodes in a picture, of every kind zxing knows. @throws {TuheiError} "engine" */
export async function readBarcodes(raster: Raster): Promise<readonly Barcode[]> {
  try {
    started ??= start();
    await started;
    return (await zxingRead(imageDataOf(raster), OPTIONS)).filter(({ isValid }) => isValid).map(barcodeOf);
  } catch (cause) {
    throw new TuheiError("engine", "The barcode reader failed on this picture", { cause });
  }
}

/** By itself the package would fetch its WebAssembly from the network. */
async function start(): Promise<unknown> {
  const wasm = await readFile(fileURLToPath(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm")));
  const { buffer, byteOffset, byteLength } = wasm;
  const wasmBinary = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  return prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

/** The package takes pixels as the browser's ImageData: four bytes a pixel. */
function imageDataOf({ data, width, height }: Raster): Parameters<typeof zxingRead>[0] {
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let from = 0, to = 0; from < data.length; from += 3, to += 4) {
    pixels[to] = data[from]!;
    pixels[to + 1] = data[from + 1]!;
    pixels[to + 2] = data[from + 2]!;
  }
  return { data: pixels, width, height, colorSpace: "srgb" } as Parameters<typeof zxingRead>[0];
}

function barcodeOf({ symbology, text, position }: ReadResult): Barcode {
  const { topLeft, topRight, bottomRight, bottomLeft } = position;
  const quad: Quad = [topLeft, topRight, bottomRight, bottomLeft];
  return { symbology, quad, payload: text };
}
