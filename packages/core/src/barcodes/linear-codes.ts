import type { ReadResult } from "zxing-wasm/reader";
import type { Point } from "../model/geometry.js";
import { cropBox } from "../ocr/crop-box.js";
import type { Raster } from "../ocr/engine.js";
import { boxAt, holds, type TurnedBox } from "../ocr/turned-box.js";
import type { Barcode } from "../services.js";
import { wholeSymbol } from "./bars.js";
import { stripedBoxes } from "./striped-boxes.js";
import { zxing } from "./zxing.js";

/** What a symbol is called that was located and not decoded. */
const UNREAD = "Linear";
/** Pixels along a symbol that is read by itself: about four a module for the longest that are printed. */
const CLOSE_WIDTH = 1200;
/** Pixels across it, at most. */
const CLOSE_HEIGHT = 1600;
/** How thick a reading counts across the bars when the bars themselves cannot be followed, in shares of its length. */
const THICKNESS = 0.25;

/** A barcode with its place as a turned box, margins included. */
export interface LocatedCode extends Omit<Barcode, "quad"> {
  readonly box: TurnedBox;
}

/**
 * The symbols made of bars. Bars are looked for in the picture itself, each patch of them is laid straight and read, and
 * `seen` (what zxing read in the whole picture) adds what that missed.
 */
export async function linearCodes(raster: Raster, seen: readonly ReadResult[]): Promise<readonly LocatedCode[]> {
  const symbols = stripedBoxes(raster).flatMap((box) => wholeSymbol(raster, box) ?? []);
  const codes: LocatedCode[] = [];
  for (const box of symbols) {
    const reading = (await readClose(raster, box)) ?? seen.find((it) => it.isValid && holds(box, middleOf(it)));
    codes.push(codeOf(box, reading));
  }
  for (const reading of seen) {
    if (codes.some(({ box }) => holds(box, middleOf(reading)))) continue;
    const line = lineOf(reading);
    const whole = wholeSymbol(raster, line);
    if (whole === undefined && !reading.isValid) continue;
    const box = whole ?? { ...line, height: line.width * THICKNESS };
    codes.push(codeOf(box, reading));
  }
  return codes;
}

/** Reads a symbol by itself, laid straight; undefined when it cannot be decoded. */
async function readClose(raster: Raster, box: TurnedBox): Promise<ReadResult | undefined> {
  const height = Math.min(CLOSE_HEIGHT, Math.max(1, Math.round((box.height / box.width) * CLOSE_WIDTH)));
  const results = await zxing(cropBox(raster, box, { width: CLOSE_WIDTH, height }));
  return results.filter(({ isValid }) => isValid).sort((a, b) => lengthOf(b) - lengthOf(a))[0];
}

function codeOf(box: TurnedBox, reading: ReadResult | undefined): LocatedCode {
  if (reading?.isValid) return { symbology: reading.symbology, box, payload: reading.text };
  return { symbology: reading?.symbology ?? UNREAD, box };
}

/** zxing gives the row it read, from the first bar to the last. */
function lineOf({ position }: ReadResult): TurnedBox {
  const { topLeft, topRight, bottomRight, bottomLeft } = position;
  const angle = Math.atan2(topRight.y - topLeft.y, topRight.x - topLeft.x);
  const { height, ...box } = boxAt([topLeft, topRight, bottomRight, bottomLeft], angle);
  return { ...box, height: Math.max(1, height) };
}

function middleOf(reading: ReadResult): Point {
  return lineOf(reading).center;
}

function lengthOf(reading: ReadResult): number {
  return lineOf(reading).width;
}
