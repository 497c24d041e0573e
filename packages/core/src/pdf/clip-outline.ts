import { apply, type Matrix } from "./matrix.js";
import type { PageObject } from "./page-objects.js";
import type { UserRect } from "./page-space.js";
import type { PdfPage } from "./pdf-file.js";

/** The paths that an object is clipped by. What is painted through letters shows letters, whatever the object is. */
export interface ClipOutline {
  /** Segments of all of them. */
  readonly segments: number;
  /** What lies in the upright rectangles around each of them, user space of the page. */
  readonly bounds: UserRect;
}

/** More is no clip that a producer writes; the rest of it is not measured. */
const MAX_SEGMENTS = 10_000;

/** What clips an object; undefined where nothing does but text, which the text layer has, and where nothing can show. @throws {TuheiError} "engine" */
export function clipOutline(page: PdfPage, object: PageObject): ClipOutline | undefined {
  const around: UserRect[] = [];
  let segments = 0;
  forClipPoints(page, object, (x, y, _, path) => {
    segments++;
    const { left, bottom, right, top } = around[path] ?? { left: x, bottom: y, right: x, top: y };
    around[path] = {
      left: Math.min(left, x),
      bottom: Math.min(bottom, y),
      right: Math.max(right, x),
      top: Math.max(top, y),
    };
  });
  const shared = Object.values(around).reduce<UserRect | undefined>(
    (all, one) => (all ? common(all, one) : one),
    undefined,
  );
  const isEmpty = !shared || shared.right <= shared.left || shared.top <= shared.bottom;
  return isEmpty ? undefined : { segments, bounds: shared };
}

/** Turned inside out where there is nothing. */
function common(a: UserRect, b: UserRect): UserRect {
  return {
    left: Math.max(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
    top: Math.min(a.top, b.top),
  };
}

/**
 * Calls with the end of every segment that clips an object, user space of the page.
 *
 * @throws {TuheiError} "engine"
 */
export function forClipPoints(
  { engine }: PdfPage,
  { handle, parentMatrix }: PageObject,
  each: (x: number, y: number, segment: number, path: number) => void,
): void {
  const { raw } = engine;
  const clip = raw.FPDFPageObj_GetClipPath!(handle);
  const paths = clip === 0 ? 0 : raw.FPDFClipPath_CountPaths!(clip);
  if (paths <= 0) return;
  engine.borrow(8, (scratch) => {
    let left = MAX_SEGMENTS;
    for (let path = 0; path < paths; path++) {
      const count = Math.min(left, raw.FPDFClipPath_CountPathSegments!(clip, path));
      left -= Math.max(0, count);
      for (let index = 0; index < count; index++) {
        const segment = raw.FPDFClipPath_GetPathSegment!(clip, path, index);
        const [x, y] = pointOf(engine, segment, parentMatrix, scratch);
        each(x, y, segment, path);
      }
    }
  });
}

/** Where a segment ends, in the space that the matrix leads to; `scratch` is 8 bytes of engine memory. */
function pointOf(
  { raw, floats }: PdfPage["engine"],
  segment: number,
  matrix: Matrix,
  scratch: number,
): readonly [x: number, y: number] {
  raw.FPDFPathSegment_GetPoint!(segment, scratch, scratch + 4);
  const memory = floats();
  return apply(matrix, memory[scratch / 4]!, memory[scratch / 4 + 1]!);
}
