import type { EntityType } from "@tuhei/patterns";
import type { KindField } from "../kinds/kind.js";
import { isOnlyLabels } from "../layout/label-words.js";
import type { Page, TextRun } from "../model/document.js";
import type { Finding } from "../model/finding.js";
import { type Box, boxAround, overlaps, type Point, type Quad, quadOfBox } from "../model/geometry.js";
import { fieldOf, isLike } from "./labels.js";
import { foldedPiece, type Piece } from "./pieces.js";
import { barsOn, type Found } from "./placed-fields.js";
import { kindAt, type PlacedKind } from "./recognize.js";

/** A guess, but one that costs a person when it is not taken. */
const SCORE = 0.6;
/** How far values reach from their label, in heights of its line: they are often printed larger. */
const REACHES: Partial<Record<EntityType, number>> = { name: 10, "license-plate": 11, "birth-date": 16, address: 36 };
const USUAL_REACH = 26;
/** How far above and below its own line a label's value beside it reaches; an address goes on for more lines. */
const BESIDE = { top: -0.4, bottom: 1.45, bottomOfAddress: 4 } as const;
/** Where the value of a label stands that is printed over it; in between, the label may stand again in another language. */
const BELOW = { left: -0.5, bottom: 5.5, again: 1.2 } as const;
/** Nothing is printed in places of fewer heights than this. */
const MIN_SIDE = 0.8;
/** Left free before what stands next to a place. */
const SPACE = 0.15;
/** How far what is covered reaches beyond the print that was told, which fades outwards where it is smeared. */
const MARGIN = { across: 0.6, down: 0.3 } as const;

/** A part of the page that a label names, where nothing was read. */
interface Place {
  readonly entityType: EntityType;
  readonly reason: string;
  readonly frame: Frame;
  readonly quad: Quad;
}

/** What is printed beside the labels of a known document, or under them, and was not even seen as text. */
export async function unseenFields(
  page: Page,
  kinds: readonly PlacedKind[],
  known: readonly Found[],
  isWanted: (type: EntityType) => boolean,
): Promise<Finding[]> {
  if (!page.printIn || kinds.length === 0) return [];
  const seen = [
    ...page.runs.filter((run) => !isRemains(page, run)).map(({ span }) => page.locate(span)),
    ...page.marks.map(({ quad }) => [quad]),
    known.map(({ quad }) => quad),
  ].flat();
  const places = kinds
    .flatMap((placed) => placesAt(page, placed, kinds, { seen, known, bars: barsOn(page) }))
    .filter((one) => isWanted(one.entityType));
  if (places.length === 0) return [];
  const printed = await page.printIn(
    places.map(({ quad, frame }) => ({ quad, lineHeight: frame.unit })),
    seen,
  );
  const found = places.flatMap(({ entityType, reason, frame }, index) => {
    const quad = printed[index] && coveringOf(printed[index], frame);
    return quad ? [{ entityType, score: SCORE, reason, place: { page: page.index, quads: [quad] } }] : [];
  });
  // The label may stand there in two languages, and both name the same.
  return found.filter((one, index) => !found.slice(0, index).some((other) => areOne(one, other)));
}

/** Whether a run is one Chinese character, all that was read of a name: none is so short. */
function isRemains({ text }: Page, { span }: TextRun): boolean {
  return /^\P{L}*\p{Script=Han}\P{L}*$/u.test(text.slice(span.start, span.end));
}

function areOne(a: Finding, b: Finding): boolean {
  const { x, y, width, height } = boxAround(b.place.quads[0]!);
  return overlaps(boxAround(a.place.quads[0]!), { x: x + width / 2, y: y + height / 2, width: 0, height: 0 });
}

/** What is known of a page's places. */
interface Seen {
  /** All that was seen at all. */
  readonly seen: readonly Quad[];
  /** The values that were found. */
  readonly known: readonly Found[];
  /** What covers values. */
  readonly bars: readonly Quad[];
}

function placesAt(
  page: Page,
  { kind, pieces }: PlacedKind,
  kinds: readonly PlacedKind[],
  { seen, known, bars }: Seen,
): Place[] {
  return pieces.flatMap((piece) => {
    const field = piece.isOcr ? labelled(page, kind.fields, piece) : undefined;
    const quad = field && page.locate(piece.run.span)[0];
    const frame = quad && frameOn(quad);
    if (!frame || kindAt(boxAround(quad), kinds)?.kind !== kind) return [];
    const around = seen.map(frame.boxOf);
    const own = known.flatMap(({ entityType, quad }) => (entityType === field.entityType ? [quad] : []));
    const values = [...own, ...bars].map(frame.boxOf);
    const box = field.stands === "below" ? below(field, frame, around, values) : beside(field, frame, around);
    if (!box) return [];
    return [{ entityType: field.entityType, reason: `place, ${kind.name}`, frame, quad: frame.quadOf(box) }];
  });
}

/** The field that a piece is the label of, and nothing else. */
function labelled(page: Page, fields: readonly KindField[], { text, run }: Piece): KindField | undefined {
  const words = text.replace(/[:：]$/, "");
  const own = fields.find(({ labels }) => labels.some((label) => label === words || isLike(words, label)));
  if (own) return own;
  const printed = page.text.slice(run.span.start, run.span.end);
  return isOnlyLabels(printed) ? fieldOf(fields, foldedPiece(printed)) : undefined;
}

/** From the label to what was seen next to it in its line, and of an address down to what was seen below. */
function beside({ entityType }: KindField, { width }: Frame, around: readonly Box[]): Box | undefined {
  const left = width + SPACE;
  const inLine = around.filter((box) => box.y < 0.75 && box.y + box.height > 0.25 && box.x + box.width > left);
  const right = Math.min(left + reachOf(entityType), ...inLine.map(({ x }) => x - SPACE));
  if (right - left < MIN_SIDE) return undefined;
  const isAddress = entityType === "address" && inLine.every(({ x }) => x > left + USUAL_REACH / 2);
  const under = around.filter((box) => box.y > BESIDE.bottom / 2 && box.x < right && box.x + box.width > left);
  const bottom = isAddress
    ? Math.min(BESIDE.bottomOfAddress, ...under.map(({ y }) => Math.max(y - SPACE, BESIDE.bottom)))
    : BESIDE.bottom;
  return { x: left, y: BESIDE.top, width: right - left, height: bottom - BESIDE.top };
}

/** Under the label, from its column's left to the next label's and down to what was seen there; nothing where a value was. */
function below(
  { entityType }: KindField,
  { width }: Frame,
  around: readonly Box[],
  values: readonly Box[],
): Box | undefined {
  const next = around.filter((box) => Math.abs(box.y) < BELOW.again && box.x > width / 2);
  const right = Math.min(BELOW.left + reachOf(entityType), ...next.map(({ x }) => x - SPACE));
  const isUnder = (box: Box) => box.y > 0.6 && box.y < BELOW.bottom && box.x < right && box.x + box.width > BELOW.left;
  const under = around.filter(isUnder);
  // A value right under the label is where the label might stand again.
  if (values.some(isUnder)) return undefined;
  const again = under.filter(({ y }) => y < BELOW.again);
  const top = Math.max(1, ...again.map(({ y, height }) => y + height)) + SPACE;
  const bottom = Math.min(BELOW.bottom, ...under.filter((box) => !again.includes(box)).map(({ y }) => y - SPACE));
  if (bottom - top < MIN_SIDE || right - BELOW.left < MIN_SIDE) return undefined;
  return { x: BELOW.left, y: top, width: right - BELOW.left, height: bottom - top };
}

function reachOf(type: EntityType): number {
  return REACHES[type] ?? USUAL_REACH;
}

/** What to cover of print. */
function coveringOf(print: Quad, frame: Frame): Quad {
  const { x, y, width, height } = frame.boxOf(print);
  const { across, down } = MARGIN;
  return frame.quadOf({ x: x - across, y: y - down, width: width + 2 * across, height: height + 2 * down });
}

/** The page as a label sees it: its line's beginning is the origin, its height the unit, x along the line. */
interface Frame {
  /** The label's height, in page units. */
  readonly unit: number;
  /** Of the label, in its heights. */
  readonly width: number;
  boxOf(quad: Quad): Box;
  quadOf(box: Box): Quad;
}

function frameOn([origin, end, , bottom]: Quad): Frame | undefined {
  const along = { x: end.x - origin.x, y: end.y - origin.y };
  const height = Math.hypot(bottom.x - origin.x, bottom.y - origin.y);
  const length = Math.hypot(along.x, along.y);
  if (height === 0 || length === 0) return undefined;
  const [cos, sin] = [along.x / length, along.y / length];
  const seen = ({ x, y }: Point): Point => {
    const [dx, dy] = [x - origin.x, y - origin.y];
    return { x: (dx * cos + dy * sin) / height, y: (dy * cos - dx * sin) / height };
  };
  const onPage = ({ x, y }: Point): Point => ({
    x: origin.x + (x * cos - y * sin) * height,
    y: origin.y + (x * sin + y * cos) * height,
  });
  return {
    unit: height,
    width: length / height,
    boxOf: (quad) => boxAround(quad.map(seen)),
    quadOf: (box) => quadOfBox(box).map(onPage) as unknown as Quad,
  };
}
