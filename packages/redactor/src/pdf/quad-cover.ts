import { type Box, boxAround, overlaps, type Point, type Quad } from "@tuhei/core";
import { byStrips } from "@tuhei/core/pdf";

/** Points a side at which a box is sampled: one in 25 is fine enough for "mostly" and "hardly". */
const SAMPLES = 5;

/** Quads ready to be asked about many boxes. */
export interface Cover {
  /** How much of a box lies under any of the quads, 0 to 1. */
  of(box: Box): number;
  /** Whether a box and the upright rectangle around any quad share an area. */
  touches(box: Box): boolean;
  contains(point: Point): boolean;
}

interface Bounded {
  readonly quad: Quad;
  readonly around: Box;
  readonly isUpright: boolean;
}

/** The cover that these quads make. */
export function coverBy(quads: readonly Quad[]): Cover {
  const bounded = quads.map((quad): Bounded => {
    const around = boxAround(quad);
    return { quad, around, isUpright: quad.every((corner) => isCornerOf(corner, around)) };
  });
  const asHigh = byStrips(bounded, ({ around }) => [around.y, around.y + around.height]);
  return {
    of(box) {
      const near: Bounded[] = [];
      for (const one of asHigh(box.y, box.y + box.height)) {
        if (!overlaps(one.around, box)) continue;
        // What the samples would say, without taking them.
        if (one.isUpright && isWithin(box, one.around)) return 1;
        near.push(one);
      }
      if (near.length === 0) return 0;
      let inside = 0;
      for (let row = 0; row < SAMPLES; row++) {
        for (let column = 0; column < SAMPLES; column++) {
          const x = box.x + (box.width * (column + 0.5)) / SAMPLES;
          const y = box.y + (box.height * (row + 0.5)) / SAMPLES;
          if (near.some(({ quad }) => isInside({ x, y }, quad))) inside++;
        }
      }
      return inside / SAMPLES ** 2;
    },
    touches: (box) => asHigh(box.y, box.y + box.height).some(({ around }) => overlaps(around, box)),
    contains: (point) =>
      asHigh(point.y, point.y).some(({ quad, around }) => isIn(point, around) && isInside(point, quad)),
  };
}

function isCornerOf({ x, y }: Point, box: Box): boolean {
  return (x === box.x || x === box.x + box.width) && (y === box.y || y === box.y + box.height);
}

function isIn({ x, y }: Point, box: Box): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
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
