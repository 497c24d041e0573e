import type { ReadResult } from "zxing-wasm/reader";
import { cropBox } from "../ocr/crop-box.js";
import type { Raster } from "../ocr/engine.js";
import { boxAt, enlarged, type TurnedBox } from "../ocr/turned-box.js";
import { grayOf } from "./gray.js";
import { zxing, zxingStraight } from "./zxing.js";

/** What zxing read, without margins; of bars one row from the first to the last. Pixels of the raster. */
export interface Reading {
  readonly symbology: string;
  readonly box: TurnedBox;
  /** Absent when it was seen and not decoded. */
  readonly payload?: string;
}

/** Pixels that zxing is given at most: four bytes each, twice. */
const MAX_PIXELS = 24_000_000;
/** Pixels along a symbol that is read by itself: about four a module for the longest that are printed. */
const CLOSE_WIDTH = 1000;
/** Pixels across it, at most. */
const CLOSE_HEIGHT = 1600;
/** Symbologies that fill an area; the others are rows of bars. */
const MATRIX: ReadonlySet<string> = new Set(["Aztec", "DataMatrix", "MaxiCode", "PDF417", "QRCode"]);

/** Whether a reading is of a symbology that fills an area. */
export function isMatrix({ symbology }: Reading): boolean {
  return MATRIX.has(symbology);
}

/** What zxing reads in a whole picture; a very large one is shrunk for it. */
export async function readWhole(raster: Raster): Promise<readonly Reading[]> {
  const shrink = Math.ceil(Math.sqrt((raster.width * raster.height) / MAX_PIXELS));
  const readings = (await zxing(grayOf(raster, shrink))).map(readingOf);
  return readings.map((reading) => ({ ...reading, box: enlarged(reading.box, shrink) }));
}

function readingOf({ symbology, isValid, text, position }: ReadResult): Reading {
  const { topLeft, topRight, bottomRight, bottomLeft } = position;
  const angle = Math.atan2(topRight.y - topLeft.y, topRight.x - topLeft.x);
  const { height, ...box } = boxAt([topLeft, topRight, bottomRight, bottomLeft], angle);
  return { symbology, box: { ...box, height: Math.max(1, height) }, ...(isValid && { payload: text }) };
}

/** What stands in a box, read by itself and laid straight; undefined when it cannot be decoded. */
export async function readClose(raster: Raster, box: TurnedBox): Promise<Omit<Reading, "box"> | undefined> {
  const height = Math.min(CLOSE_HEIGHT, Math.max(1, Math.round((box.height / box.width) * CLOSE_WIDTH)));
  const results = await zxingStraight(grayOf(cropBox(raster, box, { width: CLOSE_WIDTH, height })));
  const [longest] = results.map(readingOf).sort((a, b) => b.box.width - a.box.width);
  if (longest === undefined) return undefined;
  const { box: _, ...reading } = longest;
  return reading;
}
