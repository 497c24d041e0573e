import type { EntityType, Match, Span } from "@tuhei/patterns";
import type { DocumentKind, KindField } from "../kinds/kind.js";
import { headingOf } from "../layout/label-words.js";
import type { Page } from "../model/document.js";
import type { Finding } from "../model/finding.js";
import type { CoverOptions, Known } from "./asked.js";
import { fieldOf } from "./labels.js";
import { foldedPiece } from "./pieces.js";
import { isPrinted, isWording } from "./printed-words.js";
import type { PlacedKind } from "./recognize.js";

/** A guess, but one that costs a person when it is not taken. */
const SCORE = 0.6;

/** Values behind a label of the kind that no detector took for one, and those that their issuer starred out in part. */
export function labelledFields(
  page: Page,
  { kind, pieces }: PlacedKind,
  { matches, labels }: Known,
  { isWanted }: CoverOptions,
): Finding[] {
  const toFinding = (entityType: EntityType, span: Span): Finding => {
    const place = { page: page.index, span, quads: page.locate(span) };
    return { entityType, score: SCORE, reason: `field, ${kind.name}`, place };
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
    // 客户信息 is a heading by itself, not 信息 behind 客户.
    if (isWording(page, run, [kind])) return [];
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
  // A caption with one letter taken for a digit is no number: I0.NO.
  return text.replace(/[^\dA-Z]/g, "").length >= MIN_DIGITS && /\d.*\d/.test(text);
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
