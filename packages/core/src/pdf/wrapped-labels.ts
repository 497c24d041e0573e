import { headingOf, isLabelled, isOnlyLabels } from "../layout/label-words.js";
import type { Block } from "./blocks.js";
import type { Extent } from "./extents.js";
import type { Segment } from "./segments.js";

/** The rest of a label that a narrow cell wraps (医保卡/号). */
const REST = /^\s*\p{Script=Han}{1,2}\s*[:：]?\s*$/u;
/** How far two lines of a label may stand apart, and how far they may overlap, in heights. */
const MAX_GAP = 0.9;
const MAX_OVERLAP = 0.4;
/** How far their beginnings or their middles may differ, in heights. */
const ALIGNED = 0.4;
/** How far off the middle of both lines their value may stand, in heights. */
const LEVEL = 0.3;

/**
 * A label over two lines as one block where a value stands beside it, level with neither of them. In ruled cells it is one
 * already; the heads of a table are left alone, whose lines are columns too.
 */
export function withWrappedLabels(blocks: readonly Block[]): Block[] {
  const rests = blocks.filter(mayBeRest);
  const taken = new Set<Block>();
  const joined = blocks.map((block) => {
    const rest = block.cell || block.segments.length > 1 ? undefined : rests.find((one) => goesOn(block, one));
    if (!rest || !hasValueBetween(block, rest, blocks)) return block;
    taken.add(rest);
    return { segments: [...block.segments, ...rest.segments], text: block.text + rest.text };
  });
  return joined.filter((block) => !taken.has(block));
}

/** Whether what is nearest on the right stands level with the gap between two lines, and is no label. */
function hasValueBetween(first: Block, rest: Block, blocks: readonly Block[]): boolean {
  const { extent: a, lineHeight, frame } = first.segments[0]!;
  const { extent: b } = rest.segments[0]!;
  const level = (a.bottom + b.top) / 2;
  const right = blocks
    .filter(({ segments: [one] }) => {
      const { extent } = one!;
      return (
        one!.frame.along[0] === frame.along[0] && extent.start >= a.end && extent.top > level && extent.bottom < level
      );
    })
    .sort((x, y) => x.segments[0]!.extent.start - y.segments[0]!.extent.start)[0];
  if (!right || isLabelled(right.text, headingOf(right.text))) return false;
  const { extent } = right.segments[0]!;
  return Math.abs((extent.top + extent.bottom) / 2 - level) <= LEVEL * lineHeight;
}

/** Not what is a label of its own: the one above would be its neighbour in a form. */
function mayBeRest({ cell, segments, text }: Block): boolean {
  if (cell || segments.length > 1 || !REST.test(text)) return false;
  const words = text.replace(/[:：\s]/g, "");
  return !isLabelled(words, headingOf(words));
}

function goesOn(first: Block, rest: Block): boolean {
  const [above, below] = [first.segments[0]!, rest.segments[0]!];
  return above !== below && isUnder(above, below) && isOnlyLabels(first.text + rest.text);
}

function isUnder(above: Segment, below: Segment): boolean {
  if (above.angle !== below.angle || above.isVertical || below.isVertical) return false;
  const { extent: a, lineHeight: height } = above;
  const { extent: b } = below;
  const gap = (a.bottom - b.top) / height;
  if (gap > MAX_GAP || gap < -MAX_OVERLAP || b.end > a.end + ALIGNED * height) return false;
  return [a.start - b.start, middleOf(a) - middleOf(b)].some((off) => Math.abs(off) <= ALIGNED * height);
}

function middleOf({ start, end }: Extent): number {
  return (start + end) / 2;
}
