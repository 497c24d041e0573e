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
    // The first pixel lies in the top row, and every other touches one that came before: rows come one after the other.
    const top = Math.floor(start / width);
    const [lefts, rights]: [number[], number[]] = [[], []];
    const open = [start];
    seen[start] = 1;
    let [sum, count] = [0, 0];
    while (open.length > 0) {
      const at = open.pop()!;
      const y = Math.floor(at / width);
      const x = at - y * width;
      sum += data[at]!;
      count++;
      const row = y - top;
      if (row >= lefts.length) {
        lefts.push(x);
        rights.push(x);
      } else if (x < lefts[row]!) lefts[row] = x;
      else if (x > rights[row]!) rights[row] = x;
      const [firstX, lastX, lastY] = [Math.max(0, x - 1), Math.min(width - 1, x + 1), Math.min(height - 1, y + 1)];
      for (let ny = Math.max(0, y - 1); ny <= lastY; ny++) {
        for (let next = ny * width + firstX; next <= ny * width + lastX; next++) {
          if (seen[next] === 1 || data[next]! < threshold) continue;
          seen[next] = 1;
          open.push(next);
        }
      }
    }
    return { outline: outlineOf(top, lefts, rights), score: sum / count / 255 };
  }
}

function outlineOf(top: number, lefts: readonly number[], rights: readonly number[]): readonly Point[] {
  return lefts.flatMap((left, row) => {
    const [y, right] = [top + row, rights[row]! + 1];
    return [
      { x: left, y },
      { x: left, y: y + 1 },
      { x: right, y },
      { x: right, y: y + 1 },
    ];
  });
}
