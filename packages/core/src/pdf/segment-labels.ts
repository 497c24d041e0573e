import { labelsOf } from "../layout/labels.js";
import { piecesByDirection } from "../layout/piece.js";
import { rowsOf } from "../layout/rows.js";
import { quadOf } from "./extents.js";
import type { PageSpace } from "./page-space.js";
import type { Segment } from "./segments.js";

/** The printed label of each segment that has one beside or above it, as on pictures. `texts` are the segments' own. */
export function segmentLabels(
  segments: readonly Segment[],
  texts: readonly string[],
  space: PageSpace,
): (string | undefined)[] {
  const lines = segments.map(({ extent, frame }, at) => ({
    text: texts[at]!,
    quad: quadOf(extent, frame, space, 0),
    confidence: 1,
  }));
  const byLine = new Map<unknown, string>();
  for (const pieces of piecesByDirection(lines)) {
    // A vertical line of a PDF is one segment; only OCR sees its characters apart.
    for (const [piece, label] of labelsOf(rowsOf(pieces), [])) byLine.set(piece.line, label);
  }
  return lines.map((line) => byLine.get(line));
}
