import type { Point, Quad } from "../model/geometry.js";

/** A rectangle turned by `angle`. Pixels of the picture it was found in. */
export interface TurnedBox {
  readonly center: Point;
  /** Along the direction of `angle`. */
  readonly width: number;
  /** Across it. */
  readonly height: number;
  /** Radians from the x axis towards the y axis (clockwise as seen), the direction of `width`. */
  readonly angle: number;
}

/** The corners, starting at the one that is top-left when looking along `angle`. */
export function quadOfTurnedBox(box: TurnedBox): Quad {
  return [pointOn(box, 0, 0), pointOn(box, 1, 0), pointOn(box, 1, 1), pointOn(box, 0, 1)];
}

/** The same rectangle in a picture so many times as large. */
export function enlarged({ center, width, height, angle }: TurnedBox, times: number): TurnedBox {
  return {
    center: { x: center.x * times, y: center.y * times },
    width: width * times,
    height: height * times,
    angle,
  };
}

/** The same rectangle described from the other side: what was left is right, what was up is down. */
export function upsideDown(box: TurnedBox): TurnedBox {
  return { ...box, angle: box.angle + Math.PI };
}

/** The place at two shares of a box: (0, 0) is its first corner, (1, 1) the opposite one. */
export function pointOn({ center, width, height, angle }: TurnedBox, along: number, across: number): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [dx, dy] = [(along - 0.5) * width, (across - 0.5) * height];
  return { x: center.x + dx * cos - dy * sin, y: center.y + dx * sin + dy * cos };
}

/** Whether a point lies inside; the edge counts. */
export function holds({ center, width, height, angle }: TurnedBox, { x, y }: Point): boolean {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [dx, dy] = [x - center.x, y - center.y];
  return Math.abs(dx * cos + dy * sin) <= width / 2 && Math.abs(dy * cos - dx * sin) <= height / 2;
}

/** Smallest rectangle around a convex hull, `angle` from -45° to 45°, so that `width` runs rather sideways than down. */
export function smallestBox(hull: readonly Point[]): TurnedBox {
  let best = boxAt(hull, 0);
  for (let i = 0; i < hull.length; i++) {
    const [from, to] = [hull[i]!, hull[(i + 1) % hull.length]!];
    const box = boxAt(hull, withinEighth(Math.atan2(to.y - from.y, to.x - from.x)));
    if (box.width * box.height < best.width * best.height) best = box;
  }
  return best;
}

/** Smallest rectangle around points whose `width` runs in the direction of `angle`. */
export function boxAt(points: readonly Point[], angle: number): TurnedBox {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    const along = x * cos + y * sin;
    const across = y * cos - x * sin;
    left = Math.min(left, along);
    right = Math.max(right, along);
    top = Math.min(top, across);
    bottom = Math.max(bottom, across);
  }
  const [along, across] = [(left + right) / 2, (top + bottom) / 2];
  return {
    center: { x: along * cos - across * sin, y: along * sin + across * cos },
    width: right - left,
    height: bottom - top,
    angle,
  };
}

/** Convex hull by Andrew's monotone chain. */
export function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const lower = halfHull(sorted);
  const upper = halfHull(sorted.reverse());
  return [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

function halfHull(points: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of points) {
    while (hull.length > 1 && turn(hull.at(-2)!, hull.at(-1)!, point) <= 0) hull.pop();
    hull.push(point);
  }
  return hull;
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** The same direction of a rectangle's side, give or take quarter turns, from -45° to 45°. */
function withinEighth(angle: number): number {
  const quarter = Math.PI / 2;
  return angle - quarter * Math.round(angle / quarter);
}
