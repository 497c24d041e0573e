import { isOnlyLabels } from "../layout/label-words.js";
import type { Block } from "./blocks.js";
import type { RuledCell } from "./ruled-cells.js";

/** A block that fills a ruled cell. */
type Cell = Block & { readonly cell: RuledCell };

/**
 * What the head of its ruled column says, for everything that is in tables; undefined for the heads themselves. What stands under
 * a head is a value, even where it is a label's word elsewhere (证件类型: 身份证).
 */
export function columnLabels(blocks: readonly Block[]): Map<Block, string | undefined> {
  const labels = new Map<Block, string | undefined>();
  const heads = new Map<string, string>();
  for (const row of rowsOf(blocks.filter((block): block is Cell => block.cell !== undefined))) {
    const isHead = isHeadOfTable(row);
    if (!isHead && !row.every((block) => heads.has(columnOf(block)))) continue;
    for (const block of row) {
      if (isHead) heads.set(columnOf(block), block.text.trim());
      labels.set(block, isHead ? undefined : heads.get(columnOf(block)));
    }
  }
  return labels;
}

/** Cells between the same rules above and below, from top to bottom and each from left to right. */
function rowsOf(cells: readonly Cell[]): Cell[][] {
  const rows = new Map<string, Cell[]>();
  for (const block of cells) {
    const key = `${block.cell.top} ${block.cell.bottom}`;
    const row = rows.get(key);
    if (row) row.push(block);
    else rows.set(key, [block]);
  }
  return [...rows.values()]
    .map((row) => row.sort((a, b) => a.cell.left - b.cell.left))
    .sort(([a], [b]) => b!.cell.top - a!.cell.top);
}

/** Whether two labels stand side by side, where forms have a value. */
function isHeadOfTable(row: readonly Cell[]): boolean {
  return row.some((block, at) => {
    const next = row[at + 1];
    return next?.cell.left === block.cell.right && isOnlyLabels(block.text) && isOnlyLabels(next.text);
  });
}

function columnOf({ cell: { left, right } }: Cell): string {
  return `${left} ${right}`;
}
