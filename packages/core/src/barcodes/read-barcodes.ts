import { TuheiError } from "../errors.js";
import type { Raster } from "../ocr/engine.js";
import { holds, quadOfTurnedBox } from "../ocr/turned-box.js";
import type { Barcode } from "../services.js";
import { linearCodes } from "./linear-codes.js";
import { matrixCodes } from "./matrix-codes.js";
import { isMatrix, type Reading, readingOf } from "./readings.js";
import { zxing } from "./zxing.js";

/**
 * The barcodes in a picture, of every kind zxing knows, and the bars of linear symbols that it does not see: slanted,
 * blurred or creased ones. What was located and not decoded has no payload.
 *
 * @throws {TuheiError} "engine"
 */
export async function readBarcodes(raster: Raster): Promise<readonly Barcode[]> {
  try {
    const readings = (await zxing(raster)).map(readingOf);
    const isBars = (reading: Reading) => !isMatrix(reading);
    const matrix = await matrixCodes(raster, readings.filter(isMatrix));
    const linear = await linearCodes(raster, readings.filter(isBars));
    const others = linear.filter(({ box }) => !matrix.some((it) => holds(it.box, box.center)));
    return [...matrix, ...others].map(({ box, ...code }) => ({ ...code, quad: quadOfTurnedBox(box) }));
  } catch (cause) {
    throw new TuheiError("engine", "The barcode reader failed on this picture; try a smaller picture", { cause });
  }
}
