/**
 * Axis-aligned rectangle in page units, origin top-left, y down: the page as a reader sees it, after /Rotate, /CropBox
 * and EXIF orientation. PDF points (1/72 inch) on "pt" pages, pixels of the upright picture on "px" pages.
 * Coordinates change space only in formats/ and writers/.
 */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A point in page units; the same space as {@link Box}. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Four corners in page units, in the reading order of the text inside: top-left, top-right, bottom-right, bottom-left.
 * Slanted text gives a slanted quad.
 */
export type Quad = readonly [Point, Point, Point, Point];

/** The upright rectangle's own quad. */
export function quadOfBox({ x, y, width, height }: Box): Quad {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** Smallest upright rectangle around points. Expects at least one point. */
export function boxAround(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether two rectangles share an area; touching edges do not count. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
