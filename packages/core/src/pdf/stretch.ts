import { type Box, boxAround, type Point, type Quad } from "../model/geometry.js";
import { isPlainPlace } from "../plain-place.js";
import { stretchedOverPaper } from "../white-space.js";
import type { PdfFile, PdfPage } from "./pdf-file.js";
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

/** Whether a place in page units shows nothing. @throws {TuheiError} "damaged", "engine" */
export function isPlainOnPage(file: PdfFile, index: number, place: Quad): boolean {
  const { raster, scale, area } = file.withPage(index, (page) =>
    renderPage(page, DPI, { part: onPage(place, page.space) }),
  );
  const toPixels = ({ x, y }: Point): Point => ({ x: (x - area.x) * scale, y: (y - area.y) * scale });
  return isPlainPlace(raster, mapped(place, toPixels));
}

/** The part of the page that a place is on. */
function onPage(place: Quad, page: PdfPage["space"]): Box {
  const { x, y, width, height } = boxAround(place);
  const [left, top] = [Math.max(0, Math.min(x, page.width - 1)), Math.max(0, Math.min(y, page.height - 1))];
  const [right, bottom] = [Math.min(page.width, x + width), Math.min(page.height, y + height)];
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

function mapped([a, b, c, d]: Quad, map: (point: Point) => Point): Quad {
  return [map(a), map(b), map(c), map(d)];
}
