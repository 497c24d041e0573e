import { labelsOf } from "../layout/labels.js";
import { piecesByDirection } from "../layout/piece.js";
import { rowsOf } from "../layout/rows.js";
import { quadOf } from "./extents.js";
import type { PageSpace } from "./page-space.js";
import type { PlacedSegment } from "./page-text.js";

/** The printed label of each segment that has one beside or above it, as on pictures. */
export function segmentLabels(
  placed: readonly PlacedSegment[],
  text: string,
  space: PageSpace,
): (string | undefined)[] {
  const lines = placed.map(({ segment: { extent, frame }, span }) => ({
    text: text.slice(span.start, span.end),
    quad: quadOf(extent, frame, space, 0),
    confidence: 1,
  }));
  const byLine = new Map<unknown, string>();
  for (const pieces of piecesByDirection(lines)) {
    for (const [piece, label] of labelsOf(rowsOf(pieces))) byLine.set(piece.line, label);
  }
  return lines.map((line) => byLine.get(line));
}
