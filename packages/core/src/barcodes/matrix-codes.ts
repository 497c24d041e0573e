import type { Raster } from "../ocr/engine.js";
import { holds, type TurnedBox } from "../ocr/turned-box.js";
import { wholeStack } from "./bars.js";
import type { LocatedCode } from "./located-code.js";
import { hasDataMatrixSides, looksLikeModules } from "./modules.js";
import { mottledBlocks } from "./mottled-blocks.js";
import { type Reading, readClose } from "./readings.js";

/** The margin of a symbol in shares of its shorter side: four modules of a small QR code, ISO/IEC 18004. */
const MARGIN = 0.14;
/** Pixels of the shorter side of a symbol that was seen and not decoded: smaller ones are texture. */
const MIN_UNREAD_SIDE = 40;

/** The symbols that fill an area. One that was not decoded is read again by itself, laid straight. */
export async function matrixCodes(raster: Raster, seen: readonly Reading[]): Promise<readonly LocatedCode[]> {
  const codes: LocatedCode[] = [];
  for (const reading of seen) {
    const isRead = reading.payload !== undefined;
    if (!isRead && Math.min(reading.box.width, reading.box.height) < MIN_UNREAD_SIDE) continue;
    // zxing sees corners of symbols in frames, bars and print too.
    if (!isRead && !looksReal(raster, reading)) continue;
    const box = withMargin(reading.symbology === "PDF417" ? wholeStack(raster, reading.box) : reading.box);
    const again = isRead ? reading : await readClose(raster, box);
    codes.push({ ...reading, ...again, box });
  }
  return codes;
}

/** What a symbol that fills an area and was not decoded is called. */
const UNREAD = "Matrix";

/**
 * Codes, and the symbols that zxing does not see: blocks that look like one, with what is read there from near. A block is the whole
 * of a symbol of which zxing saw a part and decoded nothing.
 */
export async function withUnseenCodes(raster: Raster, seen: readonly LocatedCode[]): Promise<readonly LocatedCode[]> {
  let codes = seen;
  for (const block of mottledBlocks(raster)) {
    const same = codes.filter(({ box }) => holds(box, block.center) || holds(block, box.center));
    if (same.some(({ box, payload }) => payload !== undefined || areaOf(box) >= areaOf(block))) continue;
    const box = withMargin(block);
    const code = { symbology: same[0]?.symbology ?? UNREAD, ...(await readClose(raster, box)), box };
    codes = [...codes.filter((it) => !same.includes(it)), code];
  }
  return codes;
}

function areaOf({ width, height }: TurnedBox): number {
  return width * height;
}

function looksReal(raster: Raster, { symbology, box }: Reading): boolean {
  // Its rows are bars, which `wholeStack` follows.
  if (symbology === "PDF417") return true;
  return looksLikeModules(raster, box) && (symbology !== "DataMatrix" || hasDataMatrixSides(raster, box));
}

function withMargin(box: TurnedBox): TurnedBox {
  const margin = MARGIN * Math.min(box.width, box.height);
  return { ...box, width: box.width + 2 * margin, height: box.height + 2 * margin };
}
