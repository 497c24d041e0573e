import type { Box } from "../model/geometry.js";
import { withBox } from "./apart.js";
import { apply } from "./matrix.js";
import type { PageObject } from "./page-objects.js";
import { paintOf } from "./paint.js";
import type { PdfPage } from "./pdf-file.js";

/** A picture this small, in points, holds no text. */
const MIN_WIDTH = 24;
const MIN_HEIGHT = 8;
/** A cover smaller than this, in points, hides no value: rules, ticks, frames. */
const MIN_COVER_WIDTH = 8;
const MIN_COVER_HEIGHT = 4;
/** Part of a picture that must be on the page and inside its clip to count as shown: frames cut off a hair. */
const SHOWN = 0.97;

/** How far around a cover a value may begin or end, and its label stand. Points. */
const REACH_ACROSS = 120;
const REACH_DOWN = 12;

/** A picture that a page does not show whole. */
export interface HiddenPicture {
  /** Index into the page's objects. */
  readonly object: number;
  /** What is to be looked at besides the page itself, page units; not overlapping. It may lie outside the page. */
  readonly areas: readonly Box[];
}

/**
 * Pictures that a page does not show whole: under something painted later, clipped, reaching over the page's edge, or on a
 * layer. What is hidden is still in the file, as where somebody laid a black box over a scan.
 */
export function hiddenPictures(page: PdfPage, objects: readonly PageObject[]): HiddenPicture[] {
  const boxes = objects.map(({ bounds }) => page.space.boxOf(bounds));
  return objects.flatMap((object, at) => {
    const box = boxes[at]!;
    if (object.kind !== "image" || box.width < MIN_WIDTH || box.height < MIN_HEIGHT) return [];
    if (!isShownWhole(page, object, box) || isOnLayer(page, object)) return [{ object: at, areas: [box] }];
    const areas = coveredAreas(page, objects, boxes, at);
    return areas.length > 0 ? [{ object: at, areas }] : [];
  });
}

function isShownWhole(page: PdfPage, object: PageObject, box: Box): boolean {
  const { width, height } = page.space;
  const onPage = intersection(box, { x: 0, y: 0, width, height });
  const clip = clipBox(page, object);
  const shown = clip ? intersection(onPage, clip) : onPage;
  return areaOf(shown) >= SHOWN * areaOf(box);
}

function coveredAreas(page: PdfPage, objects: readonly PageObject[], boxes: readonly Box[], at: number): Box[] {
  let areas: Box[] = [];
  for (let later = at + 1; later < objects.length; later++) {
    const { x, y, width, height } = intersection(boxes[at]!, boxes[later]!);
    if (width < MIN_COVER_WIDTH || height < MIN_COVER_HEIGHT || !paintOf(page.engine, objects[later]!).isFilled)
      continue;
    const grown = {
      x: x - REACH_ACROSS,
      y: y - REACH_DOWN,
      width: width + 2 * REACH_ACROSS,
      height: height + 2 * REACH_DOWN,
    };
    areas = withBox(areas, intersection(grown, boxes[at]!));
  }
  return areas;
}

/** Bounds of what the object's clip lets through, page units; undefined without a clip. */
function clipBox({ engine, space }: PdfPage, { handle, parentMatrix }: PageObject): Box | undefined {
  const { raw } = engine;
  const clip = raw.FPDFPageObj_GetClipPath!(handle);
  const paths = clip === 0 ? 0 : raw.FPDFClipPath_CountPaths!(clip);
  if (paths <= 0) return undefined;
  return engine.borrow(8, (scratch) => {
    let shown: Box | undefined;
    for (let path = 0; path < paths; path++) {
      const corners: (readonly [number, number])[] = [];
      const segments = raw.FPDFClipPath_CountPathSegments!(clip, path);
      for (let at = 0; at < segments; at++) {
        const segment = raw.FPDFClipPath_GetPathSegment!(clip, path, at);
        if (raw.FPDFPathSegment_GetPoint!(segment, scratch, scratch + 4) === 0) continue;
        const [x = 0, y = 0] = engine.floats().subarray(scratch / 4, scratch / 4 + 2);
        corners.push(apply(parentMatrix, x, y));
      }
      if (corners.length === 0) continue;
      const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
      const box = space.boxOf({
        left: least(xs),
        bottom: least(ys),
        right: -least(xs.map(negative)),
        top: -least(ys.map(negative)),
      });
      shown = shown ? intersection(shown, box) : box;
    }
    return shown;
  });
}

const negative = (value: number): number => -value;

function least(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

/** Optional content is marked with the tag OC (ISO 32000-2, 8.11.3.2). Whether its layer is on, pdfium does not tell. */
function isOnLayer({ engine }: PdfPage, { handle }: PageObject): boolean {
  const { raw } = engine;
  const count = raw.FPDFPageObj_CountMarks!(handle);
  return engine.borrow(16, (scratch) => {
    for (let at = 0; at < count; at++) {
      const mark = raw.FPDFPageObj_GetMark!(handle, at);
      const isRead = raw.FPDFPageObjMark_GetName!(mark, scratch, 8, scratch + 8) !== 0;
      const bytes = engine.bytes();
      if (isRead && bytes[scratch] === 0x4f && bytes[scratch + 2] === 0x43 && bytes[scratch + 4] === 0) return true;
    }
    return false;
  });
}

function intersection(a: Box, b: Box): Box {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const [right, bottom] = [Math.min(a.x + a.width, b.x + b.width), Math.min(a.y + a.height, b.y + b.height)];
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

function areaOf({ width, height }: Box): number {
  return width * height;
}
