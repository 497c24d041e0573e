import { type Point, type Quad, type Raster, TuheiError } from "@tuhei/core";

/**
 * Paints a quad black in a raster, in place: every pixel that it touches, however little. Corners in any order; what lies
 * outside the raster is left out.
 *
 * @throws {TuheiError} "residue" for a quad that is nowhere, because it would cover nothing
 */
export function fillQuad({ data, width, height }: Raster, quad: Quad): void {
  const corners = convexHull(quad);
  if (!corners.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))) {
    throw new TuheiError("residue", "A place to black out has no coordinates; nothing was written");
  }
  const ys = corners.map(({ y }) => y);
  const first = Math.max(0, Math.floor(Math.min(...ys)));
  const last = Math.min(height - 1, Math.floor(Math.max(...ys)));
  for (let row = first; row <= last; row++) {
    const xs = extentInBand(corners, row, row + 1);
    const from = Math.max(0, Math.floor(Math.min(...xs)));
    const to = Math.min(width, Math.floor(Math.max(...xs)) + 1);
    if (from < to) data.fill(0, (row * width + from) * 3, (row * width + to) * 3);
  }
}

/** Where the outline passes between two heights: its corners there, and where it crosses either. */
function extentInBand(corners: readonly Point[], top: number, bottom: number): number[] {
  return corners.flatMap((corner, index) => {
    const next = corners[(index + 1) % corners.length]!;
    const inside = corner.y >= top && corner.y <= bottom ? [corner.x] : [];
    const crossings = [top, bottom].flatMap((y) =>
      (corner.y - y) * (next.y - y) < 0
        ? [corner.x + ((y - corner.y) / (next.y - corner.y)) * (next.x - corner.x)]
        : [],
    );
    return [...inside, ...crossings];
  });
}

/** The corners in order around, also where they were given crosswise. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  return [...halfHull(sorted), ...halfHull(sorted.toReversed())];
}

function halfHull(sorted: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of sorted) {
    while (hull.length >= 2 && turn(hull.at(-2)!, hull.at(-1)!, point) <= 0) hull.pop();
    hull.push(point);
  }
  return sorted.length > 1 ? hull.slice(0, -1) : hull;
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
