import type { Mark, Page } from "../model/document.js";
import { type Box, boxAround, type Point, type Quad, quadOfBox } from "../model/geometry.js";
import { frameOf } from "./frame.js";
import { kindAt, type PlacedKind } from "./recognize.js";

/** What a portrait shows beside a face, and above or below it, in shares of the face's sides. */
const BESIDE = 0.45;
const ALONG = 0.35;

/**
 * A page whose faces are as large as the portraits that they stand in: hair and shoulders tell who it is, too. A picture that is too
 * unclear to be known for anything may be a card.
 */
export function withPortraits(page: Page, kinds: readonly PlacedKind[]): Page {
  if (!isUnknown(page, kinds) && !kinds.some(({ kind }) => kind.hasPortrait)) return page;
  return { ...page, marks: page.marks.map((mark) => portraitAround(page, mark, kinds)) };
}

function portraitAround(page: Page, mark: Mark, kinds: readonly PlacedKind[]): Mark {
  const box = boxAround(mark.quad);
  if (mark.entityType !== "face") return mark;
  const placed = kindAt(box, kinds);
  if (!placed) return { ...mark, quad: quadOfBox(grown(box)) };
  if (!placed.kind.hasPortrait) return mark;
  const portrait = placed.kind.layout?.portrait;
  const place = portrait && frameOf(page, placed)?.(portrait);
  const isThere = place && isMiddleIn(box, boxAround(place));
  return { ...mark, quad: isThere ? centred(place, mark.quad) : quadOfBox(grown(box)) };
}

function isUnknown({ illegible, isPartlyLegible }: Page, kinds: readonly PlacedKind[]): boolean {
  return kinds.length === 0 && illegible !== undefined && !isPartlyLegible;
}

/** A face is higher than wide, whichever way its document lies. */
function grown({ x, y, width, height }: Box): Box {
  const [across, down] = width <= height ? [BESIDE * width, ALONG * height] : [ALONG * width, BESIDE * height];
  return { x: x - across, y: y - down, width: width + 2 * across, height: height + 2 * down };
}

function isMiddleIn({ x, y, width, height }: Box, outer: Box): boolean {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  const [right, bottom] = [outer.x + outer.width, outer.y + outer.height];
  return middleX > outer.x && middleX < right && middleY > outer.y && middleY < bottom;
}

/**
 * The place of a portrait, moved aside until the face is in its middle, as it is on every such portrait, and large enough to hold
 * the face: seen from the side, a document is narrower here and wider there than its labels say.
 */
function centred([origin, right, , bottom]: Quad, face: Quad): Quad {
  const [width, height] = [distance(origin, right), distance(origin, bottom)];
  const along = { x: (right.x - origin.x) / width, y: (right.y - origin.y) / width };
  const down = { x: (bottom.x - origin.x) / height, y: (bottom.y - origin.y) / height };
  const seen = face.map(({ x, y }) => {
    const [dx, dy] = [x - origin.x, y - origin.y];
    return { x: dx * along.x + dy * along.y, y: dx * down.x + dy * down.y };
  });
  const own = boxAround(seen);
  const middle = own.x + own.width / 2;
  const whole = boxAround([...seen, { x: middle - width / 2, y: 0 }, { x: middle + width / 2, y: height }]);
  return quadOfBox(whole).map(({ x, y }) => ({
    x: origin.x + x * along.x + y * down.x,
    y: origin.y + x * along.y + y * down.y,
  })) as unknown as Quad;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
