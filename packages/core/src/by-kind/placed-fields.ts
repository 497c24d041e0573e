import type { EntityType } from "@tuhei/patterns";
import type { Page } from "../model/document.js";
import type { Finding } from "../model/finding.js";
import { type Box, boxAround, overlaps, type Quad } from "../model/geometry.js";
import type { CoverOptions } from "./asked.js";
import { frameOf } from "./frame.js";
import type { PlacedKind } from "./recognize.js";

/** Guesses, but such as cost a person when they are not taken. */
const SCORES = { place: 0.6, portrait: 0.7 } as const;

/** Where a value of a type was found, page units. */
export interface Found {
  readonly entityType: EntityType;
  readonly quad: Quad;
}

/** What stands for a bar that covers a value. */
const BAR = /^█+$/;
/** A bar so long, in shares of a field's place, covers the field wherever it stands; artwork has shorter ones. */
const LONG = 0.4;

/**
 * Fields of which no value was found, and the portrait, where the layout has them. Where documents of a kind have only their shape in
 * common, a field that was found anywhere is not looked for in its place.
 */
export async function placedFields(
  page: Page,
  placed: PlacedKind,
  found: readonly Found[],
  { isWanted }: CoverOptions,
): Promise<Finding[]> {
  const { kind } = placed;
  const toPage = frameOf(page, placed);
  if (!toPage || !kind.layout) return [];
  const bars = barsOn(page);
  const seen = [...bars, ...found.map(({ quad }) => quad)];
  const fields = kind.fields.flatMap(({ entityType, place }) => {
    const quad = place && toPage(place);
    const isCovered = quad && bars.some((bar) => lengthOf(bar) >= LONG * lengthOf(quad));
    const isElsewhere = isCovered || found.some((one) => one.entityType === entityType);
    if (kind.layout!.aspect !== undefined && isElsewhere) return [];
    return quad && !isSeenIn(quad, seen) ? [{ entityType, quad, score: SCORES.place, why: "place" }] : [];
  });
  const portrait = kind.layout.portrait && toPage(kind.layout.portrait);
  const isHidden = portrait && !hasFace(page, portrait);
  const places = [
    ...fields,
    ...(isHidden ? [{ entityType: "face" as const, quad: portrait, score: SCORES.portrait, why: "portrait" }] : []),
  ].filter(({ entityType }) => isWanted(entityType));
  const plain = places.length > 0 ? await page.arePlain?.(places.map(({ quad }) => quad)) : [];
  return places.flatMap(({ entityType, quad, score, why }, index) =>
    plain?.[index]
      ? []
      : [{ entityType, score, reason: `${why}, ${kind.name}`, place: { page: page.index, quads: [quad] } }],
  );
}

/** Black bars, which are runs, too. */
export function barsOn(page: Page): readonly Quad[] {
  const bars = page.runs.filter(({ span }) => BAR.test(page.text.slice(span.start, span.end).trim()));
  return bars.flatMap(({ span }) => page.locate(span));
}

/** How long the line of a quad is, page units. */
export function lengthOf([a, b]: Quad): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

function hasFace({ marks }: Page, portrait: Quad): boolean {
  return marks.some((mark) => mark.entityType === "face" && overlaps(boxAround(mark.quad), boxAround(portrait)));
}

/** A place is taken where a part of something so large, of its own area, stands in it: more than an edge. */
const MIN_INSIDE = 0.25;

/** Whether a value, or what covers one, was seen in a place. */
function isSeenIn(quad: Quad, seen: readonly Quad[]): boolean {
  const place = boxAround(quad);
  return seen.map(boxAround).some((box) => sharedArea(box, place) > MIN_INSIDE * box.width * box.height);
}

function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
