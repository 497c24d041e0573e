import type { ReadResult } from "zxing-wasm/reader";
import { TuheiError } from "../errors.js";
import type { Raster } from "../ocr/engine.js";
import { boxAt, holds, quadOfTurnedBox, type TurnedBox } from "../ocr/turned-box.js";
import type { Barcode } from "../services.js";
import { type LocatedCode, linearCodes } from "./linear-codes.js";
import { zxing } from "./zxing.js";

/** Symbologies that are read as an area. */
const MATRIX: ReadonlySet<string> = new Set(["Aztec", "DataMatrix", "MaxiCode", "PDF417", "QRCode"]);
/** The margin of a matrix symbol in shares of its longer side: four modules of a small QR code, ISO/IEC 18004. */
const MATRIX_MARGIN = 0.12;
/** Pixels of the shorter side of a matrix symbol that was seen and not decoded: smaller ones are texture. */
const MIN_UNREAD_SIDE = 40;

/**
 * The barcodes in a picture, of every kind zxing knows, and the bars of linear symbols that it does not see: slanted,
 * blurred or creased ones. What was located and not decoded has no payload.
 *
 * @throws {TuheiError} "engine"
 */
export async function readBarcodes(raster: Raster): Promise<readonly Barcode[]> {
  try {
    const results = await zxing(raster);
    const matrix = results.filter((it) => isMatrix(it) && isLikely(it)).map(matrixCode);
    const linear = await linearCodes(
      raster,
      results.filter((it) => !isMatrix(it)),
    );
    // The rows of PDF417 are bars too.
    const others = linear.filter(({ box }) => !matrix.some((it) => holds(it.box, box.center)));
    return [...matrix, ...others].map(({ box, ...code }) => ({ ...code, quad: quadOfTurnedBox(box) }));
  } catch (cause) {
    throw new TuheiError("engine", "The barcode reader failed on this picture; try a smaller picture", { cause });
  }
}

function isMatrix({ symbology }: ReadResult): boolean {
  return MATRIX.has(symbology);
}

function isLikely({ isValid, position }: ReadResult): boolean {
  if (isValid) return true;
  const { width, height } = boxOf(position);
  return Math.min(width, height) >= MIN_UNREAD_SIDE;
}

function matrixCode({ symbology, isValid, text, position }: ReadResult): LocatedCode {
  const box = boxOf(position);
  const margin = MATRIX_MARGIN * Math.max(box.width, box.height);
  const grown = { ...box, width: box.width + 2 * margin, height: box.height + 2 * margin };
  return { symbology, box: grown, ...(isValid && { payload: text }) };
}

/** The box in the direction of the symbol's upper edge that holds its four corners. */
function boxOf({ topLeft, topRight, bottomRight, bottomLeft }: ReadResult["position"]): TurnedBox {
  const angle = Math.atan2(topRight.y - topLeft.y, topRight.x - topLeft.x);
  return boxAt([topLeft, topRight, bottomRight, bottomLeft], angle);
}
