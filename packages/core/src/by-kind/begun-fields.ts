import type { Page } from "../model/document.js";
import type { Finding } from "../model/finding.js";
import type { Point, Quad } from "../model/geometry.js";
import type { CoverOptions } from "./asked.js";
import { barsOn, type Found, lengthOf } from "./placed-fields.js";
import type { PlacedKind } from "./recognize.js";

/** A guess, but one that costs a person when it is not taken. */
const SCORE = 0.6;
/** How far above its first group the whole may stand, in heights of the group: where only the small print below was read. */
const ABOVE = 2.2;
/** How far it may reach below and before the group, in the same heights: embossed characters cast shadows. */
const AROUND = 0.3;

/** A bar so many times as long as a group covers the value already: the small print below is nobody's secret then. */
const LONG = 3;

/** Values of which nothing but the first group was seen, to the length that they have. */
export function begunFields(
  page: Page,
  { kind, pieces }: PlacedKind,
  found: readonly Found[],
  { isWanted }: CoverOptions,
): Finding[] {
  return kind.fields.flatMap(({ entityType, begins }) => {
    if (!begins || !isWanted(entityType) || found.some((one) => one.entityType === entityType)) return [];
    const groups = pieces
      .filter(({ text, isOcr }) => isOcr && begins.shape.test(text))
      .flatMap(({ run }) => page.locate(run.span))
      .toSorted((one, other) => lengthOf(other) - lengthOf(one));
    const isCovered = barsOn(page).some((bar) => groups.some((group) => lengthOf(bar) >= LONG * lengthOf(group)));
    if (isCovered) return [];
    // One alone may be either.
    const isSmall = (index: number) => index > 0 || groups.length === 1;
    return groups.map((group, index): Finding => {
      const quads = [wholeFrom(group, isSmall(index) ? begins.timesSmall : begins.times)];
      return { entityType, score: SCORE, reason: `place, ${kind.name}`, place: { page: page.index, quads } };
    });
  });
}

/** From a group's beginning on, so many times as long, and as high as the digits above it. */
function wholeFrom([a, b, , d]: Quad, times: number): Quad {
  const along = { x: b.x - a.x, y: b.y - a.y };
  const down = { x: d.x - a.x, y: d.y - a.y };
  const before = (AROUND * Math.hypot(down.x, down.y)) / lengthOf([a, b, b, d]);
  const at = (across: number, below: number): Point => ({
    x: a.x + across * along.x + below * down.x,
    y: a.y + across * along.y + below * down.y,
  });
  return [at(-before, -ABOVE), at(times, -ABOVE), at(times, 1 + AROUND), at(-before, 1 + AROUND)];
}
