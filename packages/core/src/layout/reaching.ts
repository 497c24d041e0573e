import type { Point, Quad } from "../model/geometry.js";

/** How much of a value's line may have been lost between two pieces of it that were seen, in heights: two characters. */
const MAX_LOST = 2.5;
/** How far from one line two pieces of it may stand, in heights. */
const MAX_ASIDE = 0.4;

/** Whether one piece of a value is followed by another one in the same line, which may run downward. */
export function goesOnIn([a, b, , d]: Quad, [nextTop, nextEnd, , nextBottom]: Quad): boolean {
  const along = { x: b.x - a.x, y: b.y - a.y };
  const [length, height] = [Math.hypot(along.x, along.y), Math.hypot(d.x - a.x, d.y - a.y)];
  const [x, y] = [(nextTop.x + nextBottom.x - a.x - d.x) / 2, (nextTop.y + nextBottom.y - a.y - d.y) / 2];
  const gap = (x * along.x + y * along.y) / length - length;
  const aside = Math.abs(x * along.y - y * along.x) / length;
  const isAhead = (nextEnd.x - nextTop.x) * along.x + (nextEnd.y - nextTop.y) * along.y > 0;
  return isAhead && gap > 0 && gap <= MAX_LOST * height && aside <= MAX_ASIDE * height;
}

/** A quad up to where the next one begins: a character between two pieces of one phrase may have been lost. */
export function reaching(quad: Quad, [nextTop, , , nextBottom]: Quad): Quad {
  const [a, b, c, d] = quad;
  const along = { x: b.x - a.x, y: b.y - a.y };
  const [x, y] = [(nextTop.x + nextBottom.x - a.x - d.x) / 2, (nextTop.y + nextBottom.y - a.y - d.y) / 2];
  const share = (x * along.x + y * along.y) / (along.x ** 2 + along.y ** 2);
  if (!(share > 1)) return quad;
  const end = (from: Point, to: Point) => ({
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  });
  return [a, end(a, b), end(d, c), d];
}
