import { TuheiError } from "../errors.js";
import type { Raster } from "../ocr/engine.js";
import { holds, quadOfTurnedBox } from "../ocr/turned-box.js";
import type { Barcode } from "../services.js";
import { linearCodes } from "./linear-codes.js";
import type { LocatedCode } from "./located-code.js";
import { matrixCodes, withUnseenCodes } from "./matrix-codes.js";
import { isMatrix, type Reading, readWhole } from "./readings.js";

/**
 * The barcodes in a picture, of every kind zxing knows, and the bars of linear symbols that it does not see: slanted,
 * blurred or creased ones. What was located and not decoded has no payload.
 *
 * @throws {TuheiError} "engine"
 */
export async function readBarcodes(raster: Raster): Promise<readonly Barcode[]> {
  try {
    const readings = await readWhole(raster);
    const isBars = (reading: Reading) => !isMatrix(reading);
    const matrix = await matrixCodes(raster, readings.filter(isMatrix));
    const linear = await linearCodes(raster, readings.filter(isBars));
    // The rows of PDF417 are bars too: one symbol, and the larger place is the whole of it.
    const isSame = (a: LocatedCode, b: LocatedCode) => holds(a.box, b.box.center) || holds(b.box, a.box.center);
    const whole = matrix.map((code) => largest([code, ...linear.filter((it) => isSame(it, code))]));
    const others = linear.filter((it) => !matrix.some((code) => isSame(it, code)));
    const all = await withUnseenCodes(raster, [...whole, ...others]);
    return all.map(({ box, ...code }) => ({ ...code, quad: quadOfTurnedBox(box) }));
  } catch (cause) {
    throw new TuheiError("engine", "The barcode reader failed on this picture; try a smaller picture", { cause });
  }
}

/** The first code, in the largest of their places. */
function largest(codes: readonly LocatedCode[]): LocatedCode {
  const areaOf = ({ box }: LocatedCode) => box.width * box.height;
  const { box } = codes.reduce((a, b) => (areaOf(b) > areaOf(a) ? b : a));
  return { ...codes[0]!, box };
}
