import type { EntityType, Match, Span } from "@tuhei/patterns";
import { headingOf } from "../layout/label-words.js";
import type { Page, TextRun } from "../model/document.js";
import type { Finding } from "../model/finding.js";
import { type Box, boxAround, overlaps, type Quad } from "../model/geometry.js";
import { frameOf } from "./frame.js";
import type { DocumentKind, KindField } from "./kind.js";
import { fieldOf } from "./labels.js";
import { foldedPiece } from "./pieces.js";
import { isCaption, isLabelColumn, isPrinted, isWording } from "./printed-words.js";
import { kindAt, type PlacedKind } from "./recognize.js";
import { signaturesOn } from "./signatures.js";
import { unseenFields } from "./unseen-fields.js";

/** What a page is asked for besides what detectors find. */
export interface CoverOptions {
  /**
   * "cover" wherever text is too unclear to be read, "report" nowhere. Default: on documents of known kinds, and on pictures of
   * which most could not be read, so that nobody knows what they are.
   */
  readonly unreadable?: "cover" | "report";
  /** Whether a type is asked for. */
  readonly isWanted: (type: EntityType) => boolean;
}

/**
 * Below this confidence a line of a known document is not taken for read. Of the hard pictures of the bench (46 of seed 1) 18 of
 * 41 lines with misread values are below it, 6 of 222 with right ones, and 37 of 484 others; with 0.8 it is 8, 2 and 27.
 */
const UNSURE = 0.9;
/** A guess, but one that costs a person when it is not taken. */
const SCORES = { unreadable: 0.6, field: 0.6, place: 0.6, portrait: 0.7 } as const;
/** Fewer letters and digits are a speck, or nothing that tells anybody. */
const MIN_LETTERS = 2;

/** What is already known of a page. */
export interface Known {
  /** What detectors found. */
  readonly matches: readonly Match[];
  /** The labels of runs. */
  readonly labels: ReadonlyMap<TextRun, string>;
}

/**
 * What no detector can see on a page: text too unclear to be read, values behind a label of the kind that look like
 * nothing known, fields and portraits by their place on the document.
 */
export async function findByKind(
  page: Page,
  kinds: readonly PlacedKind[],
  known: Known,
  options: CoverOptions,
): Promise<Finding[]> {
  const fields = kinds.flatMap((placed) => [
    ...fieldsOf(page, placed, known, options),
    ...signaturesOn(page, placed, known.matches, options.isWanted),
  ]);
  const spans = [...known.matches, ...fields].flatMap((one) => ("span" in one ? one.span : (one.place.span ?? [])));
  const unreadable = unreadableOn(page, kinds, spans, options);
  const placed: Finding[] = [];
  for (const kind of kinds) placed.push(...(await placesOf(page, kind, [...fields, ...unreadable], options)));
  const unseen = await unseenFields(page, kinds, [...fields, ...unreadable, ...placed], options.isWanted);
  return [...fields, ...unreadable, ...placed, ...unseen];
}

/** Text that was seen and not read, or not with confidence. */
function unreadableOn(
  page: Page,
  kinds: readonly PlacedKind[],
  known: readonly Span[],
  { unreadable, isWanted }: CoverOptions,
): Finding[] {
  if (unreadable === "report") return [];
  const isLost = page.illegible !== undefined && !page.isPartlyLegible;
  const reasonFor = (quads: readonly Quad[], isIllegible: boolean): string | undefined => {
    const kind = kindAt(boxAround(quads.flat()), kinds)?.kind;
    const mayHold = kind?.fields.some(({ entityType }) => isWanted(entityType)) ?? false;
    if (mayHold) return `unreadable, ${kind!.name}`;
    return (unreadable === "cover" || isIllegible) && isWanted("unreadable") ? "unreadable" : undefined;
  };
  const found = (quads: readonly Quad[], isIllegible: boolean, span?: Span): Finding[] => {
    const reason = quads.length > 0 ? reasonFor(quads, isIllegible) : undefined;
    if (reason === undefined || isInMark(page, quads)) return [];
    const place = { page: page.index, quads, ...(span && { span }) };
    return [{ entityType: "unreadable", score: SCORES.unreadable, reason, place }];
  };
  const usual = usualHeight(page);
  const shown = kinds.map(({ kind }) => kind);
  const longest = page.runs.filter(({ origin }) => origin === "ocr").toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  const doubtful = page.runs.filter(
    ({ origin, confidence, span }) =>
      origin === "ocr" && confidence < UNSURE && lettersOutside(page.text, span, known) >= MIN_LETTERS,
  );
  return [
    ...doubtful.flatMap((run) => {
      if (isWording(page, run, shown) || isCaption(page, run, shown, usual)) return [];
      if (isLabelColumn(page, run, shown, longest)) return [];
      const quads = page.locate(run.span).filter((quad) => heightOf(quad) >= MIN_SHARE * usual);
      return found(quads, isLost, run.span);
    }),
    ...(page.unread ?? []).flatMap((quad) => found([quad], isLost)),
    ...(page.illegible ?? []).flatMap((quad) => found([quad], true)),
  ];
}

/** Whether what looks like text is a part of a barcode or a face, which is covered by itself. */
function isInMark({ marks }: Page, quads: readonly Quad[]): boolean {
  const { x, y, width, height } = boxAround(quads.flat());
  const middle = { x: x + width / 2, y: y + height / 2, width: 0, height: 0 };
  return marks.some(({ quad }) => overlaps(boxAround(quad), middle));
}

/** What is lower than this part of the usual line is the edge of one, or a speck. */
const MIN_SHARE = 0.4;

/** Of a long line, which tells how text runs. */
function lengthOf({ span }: TextRun): number {
  return span.end - span.start;
}

/** The height that half of the lines which were read reach. */
function usualHeight(page: Page): number {
  const sure = page.runs.filter(({ origin, confidence }) => origin === "ocr" && confidence >= UNSURE);
  const heights = sure.flatMap(({ span }) => page.locate(span).map(heightOf)).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}

function heightOf([topLeft, , , bottomLeft]: Quad): number {
  return Math.hypot(topLeft.x - bottomLeft.x, topLeft.y - bottomLeft.y);
}

/** Letters and digits of a span that stand in none of others. */
function lettersOutside(text: string, { start, end }: Span, others: readonly Span[]): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    if (/[\p{L}\p{N}]/u.test(text[at]!) && !others.some((other) => at >= other.start && at < other.end)) count++;
  }
  return count;
}

/** Values behind a label of the kind that no detector took for one, and those that their issuer starred out in part. */
function fieldsOf(
  page: Page,
  { kind, pieces }: PlacedKind,
  { matches, labels }: Known,
  { isWanted }: CoverOptions,
): Finding[] {
  const toFinding = (entityType: EntityType, span: Span): Finding => {
    const place = { page: page.index, span, quads: page.locate(span) };
    return { entityType, score: SCORES.field, reason: `field, ${kind.name}`, place };
  };
  const found = pieces.flatMap(({ run }) => {
    const text = page.text.slice(run.span.start, run.span.end);
    const starred = kind.fields.flatMap(({ entityType, starred }) => {
      const found = isWanted(entityType) ? starred?.exec(text) : undefined;
      if (!found) return [];
      const start = run.span.start + found.index;
      return [toFinding(entityType, { start, end: start + found[0].length })];
    });
    if (starred.length > 0) return starred.filter(({ place }) => !isKnown(matches, place.span!));
    const heading = headingOf(text) ?? ownHeading(kind, text);
    const label = heading ? heading.words : labels.get(run);
    const field = label === undefined ? undefined : fieldOf(kind.fields, label);
    if (!field || !isWanted(field.entityType)) return [];
    const span = { start: run.span.start + (heading?.end ?? 0), end: run.span.end };
    const rest = restBehind(page.text, span, matches);
    if (rest) return [toFinding(typeOfRest(kind, field), rest)];
    const value = foldedPiece(page.text.slice(span.start, span.end));
    const isOther = isKnown(matches, span) || isPrinted(kind, value) || !mayBe(field, value);
    return isOther ? [] : [toFinding(field.entityType, span)];
  });
  return inPhrases(page, found);
}

/** Findings of one type that are pieces of one phrase as one, so that nothing is left between them. */
function inPhrases(page: Page, found: readonly Finding[]): Finding[] {
  const joined: Finding[] = [];
  for (const one of found) {
    const [last, span] = [joined.at(-1), one.place.span!];
    const before = last?.place.span;
    const isNext = before && last.entityType === one.entityType && page.text.slice(before.end, span.start) === " ";
    if (!isNext) joined.push(one);
    else {
      const whole = { start: before.start, end: span.end };
      joined[joined.length - 1] = { ...one, place: { ...one.place, span: whole, quads: page.locate(whole) } };
    }
  }
  return joined;
}

/** Chinese characters with at most one that is none, or Latin capitals: a name of which a character was misread. */
const NAME = /^(?:\p{Script=Han}{1,11}[^\p{Script=Han}]?\p{Script=Han}{1,11}|[A-Z]+[/. ]?[A-Z]+)$/u;
/** The longest name; the least digits of a number and characters of an address that lost some. */
const MAX_NAME = 12;
const MIN_DIGITS = 4;
const MIN_ADDRESS = 3;

/** Whether a text that no detector knows may still be a misread value of a type. */
function mayBe({ entityType: type, value }: KindField, text: string): boolean {
  if (value) return value.test(text);
  if (type === "name") return text.length >= 2 && text.length <= MAX_NAME && NAME.test(text);
  if (type === "address") return text.replace(/[^\p{L}\p{N}]/gu, "").length >= MIN_ADDRESS;
  return text.replace(/[^\dA-Z]/g, "").length >= MIN_DIGITS && /\d/.test(text);
}

/** A number too long for a part of what stands before it, which is no date. */
const REST = /^[#-]?(?!(?:19|20)\d{2}-\d{1,2}-)\d[\d-]{6}/;

/** What stands behind the last known part of a value, where it is a number by itself: a telephone behind an address. */
function restBehind(text: string, { start, end }: Span, matches: readonly Match[]): Span | undefined {
  const ends = matches.flatMap(({ span }) => (span.end > start && span.start < end ? span.end : []));
  if (ends.length === 0) return undefined;
  const from = Math.max(...ends);
  const rest = text.slice(from, end).trim();
  if (!REST.test(rest)) return undefined;
  const at = text.indexOf(rest, from);
  return { start: at, end: at + rest.length };
}

/** What follows an address is a telephone number where the document has one. */
function typeOfRest({ fields }: DocumentKind, { entityType }: KindField): EntityType {
  const isPhone = entityType === "address" && fields.some((field) => field.entityType === "phone");
  return isPhone ? "phone" : entityType;
}

function isKnown(matches: readonly Match[], { start, end }: Span): boolean {
  return matches.some(({ span }) => span.start < end && span.end > start);
}

/** Characters of a label that need no colon behind. */
const MIN_LABEL = 3;

/** A label that only this kind has, where a colon ends it, or a digit follows one that is no other word's beginning: 会员号 0457. */
function ownHeading({ fields }: DocumentKind, text: string) {
  const labels = fields.flatMap((field) => field.labels).filter((label) => label.length >= MIN_LABEL);
  const bare = labels.find((label) => text.startsWith(label) && /^\s*\d/.test(text.slice(label.length)));
  if (bare !== undefined) return { words: bare, end: bare.length + /^\s*/.exec(text.slice(bare.length))![0].length };
  const [head, words] = /^\s*([^:：]{1,12})[:：]\s*/.exec(text) ?? [];
  const isOwn = words !== undefined && fields.some(({ labels }) => labels.includes(foldedPiece(words)));
  return isOwn ? { words, end: head!.length } : undefined;
}

/** Fields of which nothing was seen, and the portrait, where the layout has them. */
async function placesOf(
  page: Page,
  placed: PlacedKind,
  others: readonly Finding[],
  { isWanted }: CoverOptions,
): Promise<Finding[]> {
  const { kind } = placed;
  const toPage = frameOf(page, placed);
  if (!toPage || !kind.layout) return [];
  // Black bars are runs, too.
  const seen = [...page.runs.map(({ span }) => page.locate(span)), ...others.map(({ place }) => place.quads)].flat();
  const fields = kind.fields.flatMap(({ entityType, place }) => {
    const quad = place && toPage(place);
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

function hasFace({ marks }: Page, portrait: Quad): boolean {
  return marks.some((mark) => mark.entityType === "face" && overlaps(boxAround(mark.quad), boxAround(portrait)));
}

/** A place is taken where a part of something so large, of its own area, stands in it: more than an edge. */
const MIN_INSIDE = 0.25;

/** Whether some text, or what stands for one, was seen in a place. */
function isSeenIn(quad: Quad, seen: readonly Quad[]): boolean {
  const place = boxAround(quad);
  return seen.map(boxAround).some((box) => sharedArea(box, place) > MIN_INSIDE * box.width * box.height);
}

function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
