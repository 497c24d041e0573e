import type { Box, Point, Quad } from "@tuhei/core";

/** Points a side at which a box is sampled: one in 25 is fine enough for "mostly" and "hardly". */
const SAMPLES = 5;

/** How much of a box lies under any of the quads, 0 to 1. */
export function coverOf({ x, y, width, height }: Box, quads: readonly Quad[]): number {
  const near = quads.filter((quad) => mayTouch(quad, x, y, width, height));
  if (near.length === 0) return 0;
  let inside = 0;
  for (let row = 0; row < SAMPLES; row++) {
    for (let column = 0; column < SAMPLES; column++) {
      const point = { x: x + (width * (column + 0.5)) / SAMPLES, y: y + (height * (row + 0.5)) / SAMPLES };
      if (near.some((quad) => isInside(point, quad))) inside++;
    }
  }
  return inside / SAMPLES ** 2;
}

/** Whether a box and the upright rectangle around any quad share an area. */
export function touches({ x, y, width, height }: Box, quads: readonly Quad[]): boolean {
  return quads.some((quad) => mayTouch(quad, x, y, width, height));
}

function mayTouch(quad: Quad, x: number, y: number, width: number, height: number): boolean {
  const [a, b, c, d] = quad;
  return (
    Math.min(a.x, b.x, c.x, d.x) < x + width &&
    Math.max(a.x, b.x, c.x, d.x) > x &&
    Math.min(a.y, b.y, c.y, d.y) < y + height &&
    Math.max(a.y, b.y, c.y, d.y) > y
  );
}

/** Inside a convex quad: on the same side of every edge. */
function isInside(point: Point, quad: Quad): boolean {
  let sign = 0;
  for (const [index, a] of quad.entries()) {
    const b = quad[(index + 1) % quad.length]!;
    const side = (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
    if (side === 0) continue;
    if (sign !== 0 && Math.sign(side) !== sign) return false;
    sign = Math.sign(side);
  }
  return sign !== 0;
}
