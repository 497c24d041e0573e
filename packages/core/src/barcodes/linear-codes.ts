import type { ReadResult } from "zxing-wasm/reader";
import type { Raster } from "../ocr/engine.js";
import { holds, type TurnedBox } from "../ocr/turned-box.js";
import { wholeSymbol } from "./bars.js";
import type { LocatedCode } from "./located-code.js";
import { boxOfReading, readClose } from "./readings.js";
import { stripedBoxes } from "./striped-boxes.js";

/** What a symbol is called that was located and not decoded. */
const UNREAD = "Linear";
/** How thick a reading counts across the bars when the bars themselves cannot be followed, in shares of its length. */
const THICKNESS = 0.25;

/**
 * The symbols made of bars. Bars are looked for in the picture itself, each patch of them is laid straight and read, and
 * `seen` (what zxing read in the whole picture) adds what that missed.
 */
export async function linearCodes(raster: Raster, seen: readonly ReadResult[]): Promise<readonly LocatedCode[]> {
  const symbols = stripedBoxes(raster).flatMap((box) => wholeSymbol(raster, box) ?? []);
  const codes: LocatedCode[] = [];
  for (const box of symbols) {
    const reading =
      (await readClose(raster, box)) ?? seen.find((it) => it.isValid && holds(box, boxOfReading(it).center));
    codes.push(codeOf(box, reading));
  }
  for (const reading of seen) {
    const line = boxOfReading(reading);
    if (codes.some(({ box }) => holds(box, line.center))) continue;
    const whole = wholeSymbol(raster, line);
    if (whole === undefined && !reading.isValid) continue;
    const box = whole ?? { ...line, height: line.width * THICKNESS };
    codes.push(codeOf(box, reading));
  }
  return codes;
}

function codeOf(box: TurnedBox, reading: ReadResult | undefined): LocatedCode {
  if (reading?.isValid) return { symbology: reading.symbology, box, payload: reading.text };
  return { symbology: reading?.symbology ?? UNREAD, box };
}
