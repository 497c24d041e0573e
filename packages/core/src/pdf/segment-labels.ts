import { headingOf, isLabelled, isOnlyLabels } from "../layout/label-words.js";
import { labelsOf } from "../layout/labels.js";
import type { LayoutLine } from "../layout/line.js";
import { piecesByDirection } from "../layout/piece.js";
import { rowsOf } from "../layout/rows.js";
import { quadOf, unite } from "./extents.js";
import type { PageSpace } from "./page-space.js";
import type { RuledCell } from "./ruled-cells.js";
import type { Segment } from "./segments.js";

/** What is labelled as one: a segment, or the lines of a ruled cell. Not empty. */
interface Block {
  readonly segments: readonly Segment[];
  readonly text: string;
  readonly cell?: RuledCell;
}

/** The printed label of each segment that has one beside or above it, as on pictures, or at the head of its ruled column. */
export function segmentLabels(
  texts: ReadonlyMap<Segment, string>,
  cells: ReadonlyMap<Segment, RuledCell>,
  space: PageSpace,
): Map<Segment, string> {
  const blocks = blocksOf(texts, cells);
  const labels = labelsBeside(blocks, space);
  for (const [block, label] of columnLabels(blocks)) if (!labels.has(block)) labels.set(block, label);
  return new Map([...labels].flatMap(([{ segments }, label]) => segments.map((segment) => [segment, label] as const)));
}

function blocksOf(texts: ReadonlyMap<Segment, string>, cells: ReadonlyMap<Segment, RuledCell>): Block[] {
  const wholes = new Map<RuledCell, Block | undefined>();
  const blocks: Block[] = [];
  for (const [segment, text] of texts) {
    const cell = cells.get(segment);
    if (cell && !wholes.has(cell)) {
      const whole = wholeOf(cell, texts);
      wholes.set(cell, whole);
      if (whole) blocks.push(whole);
    }
    if (!cell || !wholes.get(cell)) blocks.push({ segments: [segment], text });
  }
  return blocks;
}

/** The lines of a cell as one text: a label that was wrapped, or a value. Undefined where several things stand in it. */
function wholeOf(cell: RuledCell, texts: ReadonlyMap<Segment, string>): Block | undefined {
  const lines = cell.segments.map((segment) => texts.get(segment)!);
  const text = lines.join("");
  const isOne = isOnlyLabels(text) || lines.slice(1).every((line) => !isLabelled(line, headingOf(line)));
  return isOne ? { segments: cell.segments, text, cell } : undefined;
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

/** What the head of a ruled column says, for every cell under it up to the next label, however far apart they are. */
function columnLabels(blocks: readonly Block[]): Map<Block, string> {
  const inCells = blocks.filter((block): block is Block & { cell: RuledCell } => block.cell !== undefined);
  const rows = groupsOf(inCells, ({ cell: { top, bottom } }) => `${top} ${bottom}`);
  const headers = new Set(
    rows
      .map((row) => row.filter(({ text }) => isOnlyLabels(text)))
      .filter((row) => row.length > 1)
      .flat(),
  );
  const labels = new Map<Block, string>();
  for (const column of groupsOf(inCells, ({ cell: { left, right } }) => `${left} ${right}`)) {
    let words: string | undefined;
    for (const block of column.toSorted((a, b) => b.cell.top - a.cell.top)) {
      const heading = headingOf(block.text);
      if (isLabelled(block.text, heading)) words = headers.has(block) ? heading?.words : undefined;
      else if (words !== undefined) labels.set(block, words);
    }
  }
  return labels;
}

function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}
