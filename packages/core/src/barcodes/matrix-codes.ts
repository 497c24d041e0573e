import type { ReadResult } from "zxing-wasm/reader";
import type { Raster } from "../ocr/engine.js";
import { wholeStack } from "./bars.js";
import type { LocatedCode } from "./located-code.js";
import { boxOfReading, readClose } from "./readings.js";

/** Symbologies that are read as an area. */
const MATRIX: ReadonlySet<string> = new Set(["Aztec", "DataMatrix", "MaxiCode", "PDF417", "QRCode"]);
/** The margin of a symbol in shares of its shorter side: four modules of a small QR code, ISO/IEC 18004. */
const MARGIN = 0.14;
/** Pixels of the shorter side of a symbol that was seen and not decoded: smaller ones are texture. */
const MIN_UNREAD_SIDE = 40;

/** Whether a reading is of a symbology that fills an area rather than a row. */
export function isMatrix({ symbology }: ReadResult): boolean {
  return MATRIX.has(symbology);
}

/** The symbols that fill an area, with their quiet zone. One that was not decoded is read again by itself, laid straight. */
export async function matrixCodes(raster: Raster, seen: readonly ReadResult[]): Promise<readonly LocatedCode[]> {
  const codes: LocatedCode[] = [];
  for (const reading of seen) {
    const { symbology } = reading;
    const seenBox = boxOfReading(reading);
    const inner = symbology === "PDF417" ? wholeStack(raster, seenBox) : seenBox;
    const side = Math.min(inner.width, inner.height);
    if (!reading.isValid && side < MIN_UNREAD_SIDE) continue;
    const box = { ...inner, width: inner.width + 2 * MARGIN * side, height: inner.height + 2 * MARGIN * side };
    const read = reading.isValid ? reading : await readClose(raster, box);
    codes.push(read === undefined ? { symbology, box } : { symbology: read.symbology, box, payload: read.text });
  }
  return codes;
}
