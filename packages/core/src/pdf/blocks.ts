import { headingOf, isLabelled, isOnlyLabels } from "../layout/label-words.js";
import type { RuledCell } from "./ruled-cells.js";
import type { Segment } from "./segments.js";

/** Latin words are broken where a space was; Chinese ones anywhere. */
const BETWEEN_WORDS = /^[A-Za-z.]{2}$/;

/** What is labelled as one: a segment, or the lines of a ruled cell. Not empty. */
export interface Block {
  readonly segments: readonly Segment[];
  readonly text: string;
  readonly cell?: RuledCell;
}

/** Every segment in its block. `texts` are what the segments say. */
export function blocksOf(texts: ReadonlyMap<Segment, string>, cells: ReadonlyMap<Segment, RuledCell>): Block[] {
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
  const text = lines.reduce(
    (before, line) => before + (BETWEEN_WORDS.test(before.slice(-1) + line[0]) ? " " : "") + line,
  );
  const isOne = isOnlyLabels(text) || lines.slice(1).every((line) => !isLabelled(line, headingOf(line)));
  return isOne ? { segments: cell.segments, text, cell } : undefined;
}
