import type { Raster } from "../ocr/engine.js";
import { holds, type TurnedBox } from "../ocr/turned-box.js";
import { wholeSymbol } from "./bars.js";
import type { LocatedCode } from "./located-code.js";
import { type Reading, readClose } from "./readings.js";
import { stripedBoxes } from "./striped-boxes.js";

/** What a symbol is called that was located and not decoded. */
const UNREAD = "Linear";
/** How thick a reading counts across the bars when the bars themselves cannot be followed, in shares of its length. */
const THICKNESS = 0.25;

/**
 * The symbols made of bars. Bars are looked for in the picture itself, each patch of them is laid straight and read, and
 * `seen` (what zxing read in the whole picture) adds what that missed.
 */
export async function linearCodes(raster: Raster, seen: readonly Reading[]): Promise<readonly LocatedCode[]> {
  const codes: LocatedCode[] = [];
  for (const patch of stripedBoxes(raster)) {
    const box = wholeSymbol(raster, patch);
    if (box !== undefined) codes.push(await codeIn(raster, box, seen));
  }
  for (const reading of seen) {
    if (codes.some(({ box }) => holds(box, reading.box.center))) continue;
    const whole = wholeSymbol(raster, reading.box);
    if (whole === undefined && reading.payload === undefined) continue;
    codes.push({ ...reading, box: whole ?? { ...reading.box, height: reading.box.width * THICKNESS } });
  }
  return codes;
}

/** What is read in the box of a whole symbol. */
async function codeIn(raster: Raster, box: TurnedBox, seen: readonly Reading[]): Promise<LocatedCode> {
  const reading =
    (await readClose(raster, box)) ?? seen.find((it) => it.payload !== undefined && holds(box, it.box.center));
  return reading === undefined ? { symbology: UNREAD, box } : { ...reading, box };
}
