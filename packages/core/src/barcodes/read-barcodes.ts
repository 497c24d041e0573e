import type { ReadResult } from "zxing-wasm/reader";
import { TuheiError } from "../errors.js";
import type { Quad } from "../model/geometry.js";
import type { Raster } from "../ocr/engine.js";
import type { Barcode } from "../services.js";
import { zxing } from "./zxing.js";

/** The barcodes in a picture, of every kind zxing knows. @throws {TuheiError} "engine" */
export async function readBarcodes(raster: Raster): Promise<readonly Barcode[]> {
  try {
    return (await zxing(raster)).filter(({ isValid }) => isValid).map(barcodeOf);
  } catch (cause) {
    throw new TuheiError("engine", "The barcode reader failed on this picture", { cause });
  }
}

function barcodeOf({ symbology, text, position }: ReadResult): Barcode {
  const { topLeft, topRight, bottomRight, bottomLeft } = position;
  const quad: Quad = [topLeft, topRight, bottomRight, bottomLeft];
  return { symbology, quad, payload: text };
}
