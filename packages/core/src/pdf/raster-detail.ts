import type { Raster } from "../ocr/engine.js";

/** Steps of brightness, of 255, that a reader can tell apart. */
const VISIBLE_STEP = 24;
/** Changes of brightness along rows from which a picture shows something: fewer than one letter makes. */
const MIN_CHANGES = 12;

/** Whether a picture shows more than one even surface: blank sheets and tints need no OCR. */
export function hasDetail({ data, width, height }: Raster): boolean {
  let changes = 0;
  for (let y = 0; y < height; y++) {
    let before = brightness(data, y * width * 3);
    for (let x = 1; x < width; x++) {
      const here = brightness(data, (y * width + x) * 3);
      if (Math.abs(here - before) < VISIBLE_STEP) continue;
      changes++;
      if (changes >= MIN_CHANGES) return true;
      before = here;
    }
  }
  return false;
}

function brightness(data: Uint8Array, at: number): number {
  return (data[at]! * 2 + data[at + 1]! * 5 + data[at + 2]!) >> 3;
}
