import { formatOf, type Point, type Quad, type Raster, readAll } from "@tuhei/core";
import { decodePicture, isLosslessWebp, type PictureFormat, readPictureHeader } from "@tuhei/core/images";
import type { Leak } from "../leak.js";
import type { Redaction } from "../redaction.js";
import type { Check } from "./check.js";

/** Every box is black in the decoded output, from edge to edge. Lossy compression may soften it by a trace. */
export const pictureBoxesSolid: Check = {
  name: "picture-boxes-solid",
  formats: ["jpeg", "png", "tiff", "webp"],
  async run(output, { redactions }) {
    const format = (await formatOf(output)).name as PictureFormat;
    const bytes = await readAll(output);
    const { frames } = await readPictureHeader(bytes, format, output.name);
    const isLossy = format === "jpeg" || (format === "webp" && !isLosslessWebp(bytes));
    const leaks: Leak[] = [];
    for (const [page, boxes] of byPage(redactions)) {
      const raster = page < frames.length ? await decodePicture(bytes, page, output.name) : undefined;
      const weak = boxes.find((quad) => !raster || !isSolid(raster, quad, isLossy ? LOSSY_TOLERANCE : 0));
      if (weak)
        leaks.push({ check: pictureBoxesSolid.name, page, detail: raster ? "a box is not black" : "no such page" });
    }
    return leaks;
  },
};

/** Lighter than this, of 255, is no trace of compression: beside white noise the writer's own boxes reach 33. */
const LOSSY_TOLERANCE = 48;
/** Pixels at a box's edge that are left out: a codec mixes them with what stands beside. */
const EDGE = 2;

function byPage(redactions: readonly Redaction[]): Map<number, Quad[]> {
  const pages = new Map<number, Quad[]>();
  for (const { page, quads } of redactions) pages.set(page, [...(pages.get(page) ?? []), ...quads]);
  return pages;
}

/** Whether all pixels well inside the quad are black. A quad that no pixel of the picture lies in is not. */
function isSolid({ data, width, height }: Raster, quad: Quad, tolerance: number): boolean {
  const corners = inOrderAround(quad);
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const right = Math.min(width - 1, Math.max(...xs));
  const bottom = Math.min(height - 1, Math.max(...ys));
  let seen = 0;
  let best = { depth: Number.NEGATIVE_INFINITY, value: 255 };
  for (let y = Math.max(0, Math.floor(Math.min(...ys))); y <= bottom; y++) {
    for (let x = Math.max(0, Math.floor(Math.min(...xs))); x <= right; x++) {
      const depth = depthInside(corners, x + 0.5, y + 0.5);
      const at = (y * width + x) * 3;
      const value = Math.max(data[at]!, data[at + 1]!, data[at + 2]!);
      if (depth > best.depth) best = { depth, value };
      if (depth < EDGE) continue;
      if (value > tolerance) return false;
      seen++;
    }
  }
  // A box thinner than its two edges is judged by its innermost pixel.
  return seen > 0 || best.value <= tolerance;
}

/** How far a point is from the nearest side, negative outside. */
function depthInside(corners: readonly Point[], x: number, y: number): number {
  let depth = Number.POSITIVE_INFINITY;
  for (const [index, a] of corners.entries()) {
    const b = corners[(index + 1) % corners.length]!;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length > 0) depth = Math.min(depth, ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / length);
  }
  return depth;
}

/** Corners clockwise on the page, also where they were given crosswise. */
function inOrderAround(quad: Quad): Point[] {
  const x = quad.reduce((sum, corner) => sum + corner.x, 0) / quad.length;
  const y = quad.reduce((sum, corner) => sum + corner.y, 0) / quad.length;
  return quad.toSorted((a, b) => Math.atan2(a.y - y, a.x - x) - Math.atan2(b.y - y, b.x - x));
}
