import type { Point } from "../../model/geometry.js";

/** Connected pixels that the detector takes for one line of text. Pixels of the map. */
export interface Blob {
  /** Corners of the pixels at the ends of every row: their hull is the blob's hull. */
  readonly outline: readonly Point[];
  /** Mean probability of its pixels, 0 to 1. */
  readonly score: number;
}

/** How likely each pixel is text, 0 to 255, row-major. */
export interface TextMap {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Groups of 8-connected pixels of at least `threshold` (0 to 255), in reading order of their first pixel. */
export function blobsOf({ data, width, height }: TextMap, threshold: number): readonly Blob[] {
  const seen = new Uint8Array(width * height);
  const blobs: Blob[] = [];
  for (let start = 0; start < data.length; start++) {
    if (data[start]! < threshold || seen[start] === 1) continue;
    blobs.push(flood(start));
  }
  return blobs;

  function flood(start: number): Blob {
    const rows = new Map<number, { left: number; right: number }>();
    const open = [start];
    seen[start] = 1;
    let [sum, count] = [0, 0];
    while (open.length > 0) {
      const at = open.pop()!;
      const [x, y] = [at % width, Math.floor(at / width)];
      sum += data[at]!;
      count++;
      const row = rows.get(y);
      if (row === undefined) rows.set(y, { left: x, right: x });
      else if (x < row.left) row.left = x;
      else if (x > row.right) row.right = x;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx;
          if (seen[next] === 1 || data[next]! < threshold) continue;
          seen[next] = 1;
          open.push(next);
        }
      }
    }
    return { outline: outlineOf(rows), score: sum / count / 255 };
  }
}

function outlineOf(rows: ReadonlyMap<number, { readonly left: number; readonly right: number }>): readonly Point[] {
  return [...rows].flatMap(([y, { left, right }]) => [
    { x: left, y },
    { x: left, y: y + 1 },
    { x: right + 1, y },
    { x: right + 1, y: y + 1 },
  ]);
}
