import { labelsOf } from "../layout/labels.js";
import type { LayoutLine } from "../layout/line.js";
import { piecesByDirection } from "../layout/piece.js";
import { rowsOf } from "../layout/rows.js";
import { type Block, blocksOf } from "./blocks.js";
import { columnLabels } from "./column-labels.js";
import { quadOf, unite } from "./extents.js";
import type { PageSpace } from "./page-space.js";
import type { RuledCell } from "./ruled-cells.js";
import type { Segment } from "./segments.js";
import { withWrappedLabels } from "./wrapped-labels.js";

/** The printed label of each segment that has one beside or above it, as on pictures, or at the head of its ruled column. */
export function segmentLabels(
  texts: ReadonlyMap<Segment, string>,
  cells: ReadonlyMap<Segment, RuledCell>,
  space: PageSpace,
): Map<Segment, string> {
  const blocks = blocksOf(texts, cells);
  const inTables = columnLabels(blocks);
  const labels = labelsBeside(withWrappedLabels(blocks.filter((block) => !inTables.has(block))), space);
  const found = new Map<Segment, string>();
  for (const [{ segments }, label] of [...labels, ...inTables])
    if (label !== undefined) for (const segment of segments) found.set(segment, label);
  return found;
}

function labelsBeside(blocks: readonly Block[], space: PageSpace): Map<Block, string> {
  const lines = new Map<LayoutLine, Block>();
  for (const block of blocks) {
    const extent = block.segments.map((segment) => segment.extent).reduce(unite);
    const quad = quadOf(extent, block.segments[0]!.frame, space, 0);
    lines.set({ text: block.text, quad, confidence: 1 }, block);
  }
  const labels = new Map<Block, string>();
  for (const pieces of piecesByDirection([...lines.keys()])) {
    // A vertical line of a PDF is one segment; only OCR sees its characters apart.
    for (const [piece, label] of labelsOf(rowsOf(pieces), [])) labels.set(lines.get(piece.line)!, label);
  }
  return labels;
}
