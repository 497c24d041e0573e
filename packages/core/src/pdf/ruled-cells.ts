import type { Rule, Rules } from "./rules.js";
import type { Segment } from "./segments.js";

/** What rules enclose on a page: a cell of a table, a box of a form. */
export interface RuledCell {
  /** Its sides, in user space. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  /** What stands in it, from top to bottom; one below the other, nothing beside anything. */
  readonly segments: readonly Segment[];
}

/** Points by which text may reach over a rule, or a rule end before its corner. */
const SLACK = 1.5;
/** A cell of more lines is a box around a text. */
const MAX_LINES = 8;

/** The ruled cell of each segment that stands upright in one. */
export function ruledCells(segments: readonly Segment[], { horizontal, vertical }: Rules): Map<Segment, RuledCell> {
  const cells = new Map<string, { sides: Omit<RuledCell, "segments">; segments: Segment[] }>();
  if (horizontal.length < 2 || vertical.length < 2) return new Map();
  for (const segment of segments) {
    if (segment.angle !== 0) continue;
    const sides = sidesOf(segment, horizontal, vertical);
    if (!sides) continue;
    const key = Object.values(sides).join(" ");
    const known = cells.get(key);
    if (known) known.segments.push(segment);
    else cells.set(key, { sides, segments: [segment] });
  }
  const found = new Map<Segment, RuledCell>();
  for (const { sides, segments: inside } of cells.values()) {
    inside.sort((a, b) => b.extent.bottom - a.extent.bottom);
    if (inside.length > MAX_LINES || !isStack(inside)) continue;
    const cell = { ...sides, segments: inside };
    for (const segment of inside) found.set(segment, cell);
  }
  return found;
}

/** The nearest rule on every side that passes the middle of a segment. */
function sidesOf({ extent }: Segment, horizontal: readonly Rule[], vertical: readonly Rule[]) {
  const [x, y] = [(extent.start + extent.end) / 2, (extent.bottom + extent.top) / 2];
  const passes = (at: number) => (rule: Rule) => rule.from - SLACK <= at && at <= rule.to + SLACK;
  const left = vertical.findLast((rule) => rule.at <= extent.start + SLACK && passes(y)(rule));
  const right = vertical.find((rule) => rule.at >= extent.end - SLACK && passes(y)(rule));
  const bottom = horizontal.findLast((rule) => rule.at <= y && passes(x)(rule));
  const top = horizontal.find((rule) => rule.at >= y && passes(x)(rule));
  return left && right && bottom && top && { left: left.at, right: right.at, bottom: bottom.at, top: top.at };
}

function isStack(segments: readonly Segment[]): boolean {
  return segments.every(
    ({ extent }, at) => at === 0 || (extent.bottom + extent.top) / 2 <= segments[at - 1]!.extent.bottom,
  );
}
