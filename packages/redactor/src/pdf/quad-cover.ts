import { type Box, boxAround, overlaps, type Point, type Quad } from "@tuhei/core";

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

/** The cover that these quads make. */
export function coverBy(quads: readonly Quad[]): Cover {
  const bounded = quads.map((quad) => {
    const around = boxAround(quad);
    return { quad, around, isUpright: quad.every((corner) => isCornerOf(corner, around)) };
  });
  const boundedNear = byHeight(bounded);
  return {
    of(box) {
      const near = [...boundedNear(box)].filter(({ around }) => overlaps(around, box));
      if (near.length === 0) return 0;
      // What the samples would say, without taking them.
      if (near.some(({ around, isUpright }) => isUpright && isWithin(box, around))) return 1;
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
    touches: (box) => [...boundedNear(box)].some(({ around }) => overlaps(around, box)),
    contains: (point) => quads.some((quad) => isInside(point, quad)),
  };
}

/** Points to a strip of the page; about two lines. */
const STRIP = 24;
/** What crosses more strips is looked for, or looked at, everywhere. */
const MAX_STRIPS = 64;

/** Asks for few of many quads: a page full of values is asked about every character of it. */
function byHeight<T extends { readonly around: Box }>(bounded: readonly T[]): (box: Box) => Iterable<T> {
  const tall = bounded.filter(({ around }) => !isLow(stripsOf(around)));
  const strips = new Map<number, T[]>();
  for (const one of bounded) {
    const [first, last] = stripsOf(one.around);
    if (!isLow([first, last])) continue;
    for (let strip = first; strip <= last; strip++) strips.set(strip, [...(strips.get(strip) ?? tall), one]);
  }
  return (box) => {
    const [first, last] = stripsOf(box);
    if (first === last) return strips.get(first) ?? tall;
    if (!isLow([first, last])) return bounded;
    const found = new Set<T>(tall);
    for (let strip = first; strip <= last; strip++) for (const one of strips.get(strip) ?? []) found.add(one);
    return found;
  };
}

/** False also for places that are no numbers. */
function isLow([first, last]: readonly [first: number, last: number]): boolean {
  return last - first < MAX_STRIPS;
}

function stripsOf({ y, height }: Box): readonly [first: number, last: number] {
  return [Math.floor(y / STRIP), Math.floor((y + height) / STRIP)];
}

function isCornerOf({ x, y }: Point, box: Box): boolean {
  return (x === box.x || x === box.x + box.width) && (y === box.y || y === box.y + box.height);
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
