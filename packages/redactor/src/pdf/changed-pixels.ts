import type { Quad } from "@tuhei/core";
import type { Rendering } from "@tuhei/core/pdf";
import { paintQuads } from "./paint-quads.js";

/** Levels of 255 by which a pixel must differ to count: text drawn from rounded coordinates has other soft edges. */
const DIFFERENCE = 64;

/**
 * How many pixels outside the quads differ between two renderings of the same page. Both pictures are changed.
 *
 * @param margin points around the quads that do not count, for glyphs that reach out of their boxes
 */
export function changedPixels(before: Rendering, after: Rendering, quads: readonly Quad[], margin: number): number {
  const grown = quads.map((quad) => grownBox(quad, margin));
  paintQuads(before.raster, grown, before);
  paintQuads(after.raster, grown, after);
  const [a, b] = [before.raster.data, after.raster.data];
  const row = before.raster.width * 3;
  let changed = 0;
  for (let start = 0; start < a.length; start += row) {
    const end = Math.min(a.length, start + row);
    if (Buffer.compare(a.subarray(start, end), b.subarray(start, end)) !== 0) changed += changedIn(a, b, start, end);
  }
  return changed;
}

function changedIn(a: Uint8Array, b: Uint8Array, start: number, end: number): number {
  let changed = 0;
  for (let at = start; at < end; at += 3) {
    if (
      Math.abs(a[at]! - b[at]!) > DIFFERENCE ||
      Math.abs(a[at + 1]! - b[at + 1]!) > DIFFERENCE ||
      Math.abs(a[at + 2]! - b[at + 2]!) > DIFFERENCE
    ) {
      changed++;
    }
  }
  return changed;
}

function grownBox(quad: Quad, by: number): Quad {
  const xs = quad.map(({ x }) => x);
  const ys = quad.map(({ y }) => y);
  const [left, right] = [Math.min(...xs) - by, Math.max(...xs) + by];
  const [top, bottom] = [Math.min(...ys) - by, Math.max(...ys) + by];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}
