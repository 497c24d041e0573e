import type { PageObject } from "./page-objects.js";

/** A drawn line that runs along the page's edges. User space. */
export interface Rule {
  /** Where it stands: y of a horizontal rule, x of a vertical one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The rules of a page in order of place. */
export interface Rules {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

/** Points up to which a drawing is a line, and from which it is long enough to part cells. */
const MAX_THICKNESS = 2.5;
const MIN_LENGTH = 6;
/** Lines that stand nearer to each other, in points, are drawn for one: each cell has its own borders. */
const SAME_PLACE = 1.6;
/** More drawings, and more rules of one kind that they make, are a map or a chart. */
const MAX_DRAWINGS = 20_000;
const MAX_RULES = 2000;

/** The lines that a page draws, and the edges of its rectangles. */
export function rulesOf(objects: readonly PageObject[]): Rules {
  const paths = objects.filter(({ kind }) => kind === "path");
  const [horizontal, vertical]: [Rule[], Rule[]] = [[], []];
  for (const { bounds } of paths.length > MAX_DRAWINGS ? [] : paths) {
    const { left, bottom, right, top } = bounds;
    const [isFlat, isUpright] = [top - bottom <= MAX_THICKNESS, right - left <= MAX_THICKNESS];
    if (right - left >= MIN_LENGTH)
      for (const at of isFlat ? [(bottom + top) / 2] : isUpright ? [] : [bottom, top])
        horizontal.push({ at, from: left, to: right });
    if (top - bottom >= MIN_LENGTH)
      for (const at of isUpright ? [(left + right) / 2] : isFlat ? [] : [left, right])
        vertical.push({ at, from: bottom, to: top });
  }
  return { horizontal: inPlace(horizontal), vertical: inPlace(vertical) };
}

/** In order of place, what stands in one place as one number, and what meets end to end as one rule. */
function inPlace(rules: readonly Rule[]): Rule[] {
  const places: Rule[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    if (rule.at - last > SAME_PLACE) places.push([]);
    places.at(-1)!.push(rule);
    last = rule.at;
  }
  const joined = places.flatMap((place) => joinedEnds(place, place[0]!.at));
  return joined.length > MAX_RULES ? [] : joined;
}

function joinedEnds(rules: readonly Rule[], at: number): Rule[] {
  const joined: Rule[] = [];
  for (const { from, to } of rules.toSorted((a, b) => a.from - b.from)) {
    const before = joined.at(-1);
    if (before && from <= before.to + SAME_PLACE)
      joined[joined.length - 1] = { ...before, to: Math.max(before.to, to) };
    else joined.push({ at, from, to });
  }
  return joined;
}
