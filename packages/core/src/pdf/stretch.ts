import type { Point, Quad } from "../model/geometry.js";
import { stretchedOverPaper } from "../white-space.js";
import type { PdfFile } from "./pdf-file.js";
import { renderPage } from "./render.js";

/** Pixels to the inch: the thinnest line of a table is still seen. */
const DPI = 144;

/** Quads in page units stretched over what a page shows as empty. @throws {TuheiError} "damaged", "engine" */
export function stretchedOnPage(file: PdfFile, index: number, quads: readonly Quad[]): readonly Quad[] {
  const { raster, scale, area } = file.withPage(index, (page) => renderPage(page, DPI));
  const toPixels = ({ x, y }: Point): Point => ({ x: (x - area.x) * scale, y: (y - area.y) * scale });
  const toPage = ({ x, y }: Point): Point => ({ x: x / scale + area.x, y: y / scale + area.y });
  return stretchedOverPaper(
    raster,
    quads.map((quad) => mapped(quad, toPixels)),
  ).map((quad) => mapped(quad, toPage));
}

function mapped([a, b, c, d]: Quad, map: (point: Point) => Point): Quad {
  return [map(a), map(b), map(c), map(d)];
}
