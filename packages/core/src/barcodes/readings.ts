import type { ReadResult } from "zxing-wasm/reader";
import { cropBox } from "../ocr/crop-box.js";
import type { Raster } from "../ocr/engine.js";
import { boxAt, type TurnedBox } from "../ocr/turned-box.js";
import { zxingStraight } from "./zxing.js";

/** Pixels along a symbol that is read by itself: about four a module for the longest that are printed. */
const CLOSE_WIDTH = 1000;
/** Pixels across it, at most. */
const CLOSE_HEIGHT = 1600;

/** Where zxing read something: the symbol without margins, or, for bars, one row from the first bar to the last. */
export function boxOfReading({ position: { topLeft, topRight, bottomRight, bottomLeft } }: ReadResult): TurnedBox {
  const angle = Math.atan2(topRight.y - topLeft.y, topRight.x - topLeft.x);
  const { height, ...box } = boxAt([topLeft, topRight, bottomRight, bottomLeft], angle);
  return { ...box, height: Math.max(1, height) };
}

/** Reads a symbol by itself, laid straight; undefined when it cannot be decoded. */
export async function readClose(raster: Raster, box: TurnedBox): Promise<ReadResult | undefined> {
  const height = Math.min(CLOSE_HEIGHT, Math.max(1, Math.round((box.height / box.width) * CLOSE_WIDTH)));
  const results = await zxingStraight(cropBox(raster, box, { width: CLOSE_WIDTH, height }));
  const lengthOf = (reading: ReadResult) => boxOfReading(reading).width;
  return [...results].sort((a, b) => lengthOf(b) - lengthOf(a))[0];
}
