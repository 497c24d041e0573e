import type { PageChars } from "./page-chars.js";
import type { Line, Segment } from "./segments.js";
import { textColumns } from "./text-columns.js";

/** A gap of at most this many heights: text that was drawn later but reads on, such as a field filled in after its label. */
const READS_ON = 1.5;
/** How far levels may differ, in heights. */
const SAME_LEVEL = 0.35;

/**
 * Lines whose text stands directly after another line's on the same level join it. Forms are drawn labels first and values
 * later; what a reader sees as one line is one. Columns of text stay apart.
 */
export function joinLines(lines: readonly Line[], chars: PageChars): Line[] {
  const columns = textColumns(lines, chars);
  const open: Segment[][] = [];
  const byLevel = new Map<number, Segment[][]>();
  for (const line of lines) {
    const [first] = line;
    if (!first) continue;
    const column = columns.get(line);
    const before = nearby(byLevel, first).find(
      (candidate) => (column === undefined || !columns.has(candidate)) && fits(candidate, line),
    );
    if (before) {
      before.push(...line);
      before.sort((a, b) => a.extent.start - b.extent.start);
      continue;
    }
    const copy = [...line];
    open.push(copy);
    if (column !== undefined) columns.set(copy, column);
    const key = bucketOf(first);
    byLevel.set(key, [...(byLevel.get(key) ?? []), copy]);
  }
  return open;
}

/** Points; lines on one level are in the same bucket or the next. */
const BUCKET = 12;

function bucketOf({ extent }: Segment): number {
  return Math.round((extent.bottom + extent.top) / 2 / BUCKET);
}

function nearby(byLevel: ReadonlyMap<number, Segment[][]>, segment: Segment): Segment[][] {
  const bucket = bucketOf(segment);
  return [bucket, bucket - 1, bucket + 1].flatMap((key) => byLevel.get(key) ?? []);
}

/** Free of overlap with every segment, and touching at least one. */
function fits(candidate: readonly Segment[], line: Line): boolean {
  let touches = false;
  for (const a of candidate) {
    for (const b of line) {
      if (a.angle !== b.angle || a.isVertical || b.isVertical) return false;
      const height = Math.min(a.lineHeight, b.lineHeight);
      const rise = (a.extent.bottom + a.extent.top - b.extent.bottom - b.extent.top) / 2;
      if (Math.abs(rise) > SAME_LEVEL * height) return false;
      const gap = Math.max(b.extent.start - a.extent.end, a.extent.start - b.extent.end);
      if (gap < -SAME_LEVEL * height) return false;
      touches ||= gap <= READS_ON * height;
    }
  }
  return touches;
}
