import { type Box, boxAround, type Point, type Quad } from "../model/geometry.js";
import { isPlainPlace } from "../plain-place.js";
import { type PrintPlace, smearedPrint } from "../smeared-print.js";
import { stretchedOverPaper } from "../white-space.js";
import type { PdfFile, PdfPage } from "./pdf-file.js";
import { renderPage } from "./render.js";

/** Pixels to the inch: the thinnest line of a table is still seen. */
const DPI = 144;

/** Quads in page units stretched over what a page shows as empty. @throws {TuheiError} "damaged", "engine" */
export function stretchedOnPage(file: PdfFile, index: number, quads: readonly Quad[]): readonly Quad[] {
  const { raster, toPixels, toPage } = drawn(file, index);
  return stretchedOverPaper(raster, quads.map(toPixels)).map(toPage);
}

/** What a page shows in places in page units, see `Page.printIn`. @throws {TuheiError} "damaged", "engine" */
export function printOnPage(
  file: PdfFile,
  index: number,
  places: readonly PrintPlace[],
  known: readonly Quad[],
): readonly (Quad | undefined)[] {
  const { raster, scale, toPixels, toPage } = drawn(file, index);
  const others = known.map(toPixels);
  return places.map(({ quad, lineHeight }) => {
    const printed = smearedPrint(raster, { quad: toPixels(quad), lineHeight: lineHeight * scale }, others);
    return printed && toPage(printed);
  });
}

function drawn(file: PdfFile, index: number) {
  const { raster, scale, area } = file.withPage(index, (page) => renderPage(page, DPI));
  const toPixels = ({ x, y }: Point): Point => ({ x: (x - area.x) * scale, y: (y - area.y) * scale });
  const toPage = ({ x, y }: Point): Point => ({ x: x / scale + area.x, y: y / scale + area.y });
  return {
    raster,
    scale,
    toPixels: (quad: Quad) => mapped(quad, toPixels),
    toPage: (quad: Quad) => mapped(quad, toPage),
  };
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
