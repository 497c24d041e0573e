import type { Box, Point, Quad } from "../model/geometry.js";

/** Upright rectangle in PDF user space: origin anywhere, y up. Points. */
export interface UserRect {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Where a page lies in user space. The only place where the two spaces meet is {@link pageSpace}. */
export interface PageGeometry {
  /** The visible part: CropBox within MediaBox. */
  readonly visible: UserRect;
  /** Clockwise quarter turns for display, 0 to 3 (ISO 32000-2, table 31, Rotate). */
  readonly turns: number;
}

/** Converts between user space and page units (origin top-left of what a reader sees, y down, points). */
export interface PageSpace {
  readonly width: number;
  readonly height: number;
  toPage(x: number, y: number): Point;
  toUser(point: Point): Point;
  /** The rectangle as the reader sees it. */
  boxOf(rect: UserRect): Box;
}

/** The conversion for one page. */
export function pageSpace({ visible, turns }: PageGeometry): PageSpace {
  const { left, bottom, right, top } = visible;
  const isSideways = turns % 2 === 1;
  const toPage = PAGE_FROM_USER[turns]!(visible);
  const toUser = USER_FROM_PAGE[turns]!(visible);
  return {
    width: isSideways ? top - bottom : right - left,
    height: isSideways ? right - left : top - bottom,
    toPage,
    toUser,
    boxOf(rect) {
      const a = toPage(rect.left, rect.bottom);
      const b = toPage(rect.right, rect.top);
      const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
      return { x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
    },
  };
}

const PAGE_FROM_USER: readonly ((visible: UserRect) => (x: number, y: number) => Point)[] = [
  ({ left, top }) =>
    (x, y) => ({ x: x - left, y: top - y }),
  ({ left, bottom }) =>
    (x, y) => ({ x: y - bottom, y: x - left }),
  ({ right, bottom }) =>
    (x, y) => ({ x: right - x, y: y - bottom }),
  ({ right, top }) =>
    (x, y) => ({ x: top - y, y: right - x }),
];

const USER_FROM_PAGE: readonly ((visible: UserRect) => (point: Point) => Point)[] = [
  ({ left, top }) =>
    (p) => ({ x: left + p.x, y: top - p.y }),
  ({ left, bottom }) =>
    (p) => ({ x: left + p.y, y: bottom + p.x }),
  ({ right, bottom }) =>
    (p) => ({ x: right - p.x, y: bottom + p.y }),
  ({ right, top }) =>
    (p) => ({ x: right - p.y, y: top - p.x }),
];

/** A quad in user space as the eight numbers of a QuadPoints entry: upper left, upper right, lower left, lower right. */
export function quadPoints([topLeft, topRight, bottomRight, bottomLeft]: Quad, space: PageSpace): number[] {
  return [topLeft, topRight, bottomLeft, bottomRight].flatMap((corner) => {
    const { x, y } = space.toUser(corner);
    return [x, y];
  });
}
