import type { Span } from "@tuhei/patterns";
import type { Page, TextRun } from "../model/document.js";
import type { Finding } from "../model/finding.js";
import { boxAround, overlaps, type Point, type Quad } from "../model/geometry.js";
import type { CoverOptions } from "./asked.js";
import { isCaption, isLabelColumn, isWording } from "./printed-words.js";
import { kindAt, type PlacedKind } from "./recognize.js";

/**
 * Below this confidence a line of a known document is not taken for read. Of the hard pictures of the bench (46 of seed 1) 18 of
 * 41 lines with misread values are below it, 6 of 222 with right ones, and 37 of 484 others; with 0.8 it is 8, 2 and 27.
 */
const UNSURE = 0.9;
/** The same for a single character, which has no neighbours that make it surer: a digit at the end of a line is read at 0.94. */
const UNSURE_ALONE = 0.97;
/** A guess, but one that costs a person when it is not taken. */
const SCORE = 0.6;
/** Fewer letters and digits are a speck, or nothing that tells anybody. */
const MIN_LETTERS = 2;

/** Text that was seen and not read, or not with confidence. */
export function unreadableOn(
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
    return [{ entityType: "unreadable", score: SCORE, reason, place }];
  };
  const usual = usualHeight(page);
  const shown = kinds.map(({ kind }) => kind);
  const longest = page.runs.filter(({ origin }) => origin === "ocr").toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  const values = known.flatMap((span) => page.locate(span));
  const doubtful = page.runs.filter(({ origin, confidence, span }) => {
    if (origin !== "ocr" || confidence >= UNSURE_ALONE) return false;
    const letters = lettersOutside(page.text, span, known);
    return letters === 1 ? goesOn(page.locate(span), values) : letters >= MIN_LETTERS && confidence < UNSURE;
  });
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

/** How far beyond its line's end a character of a value may have been seen apart, in heights of the line. */
const NEXT_CHARACTER = 0.8;

/** Whether a character that was hardly read stands where a value begins or ends: its first or last one, seen apart. */
function goesOn(quads: readonly Quad[], values: readonly Quad[]): boolean {
  return quads.some((quad) => values.some((value) => overlaps(boxAround(quad), boxAround(longer(value)))));
}

/** A line's quad with room for one more character at either end. */
function longer([a, b, c, d]: Quad): Quad {
  const [height, length] = [heightOf([a, b, c, d]), Math.hypot(b.x - a.x, b.y - a.y)];
  const share = length > 0 ? (NEXT_CHARACTER * height) / length : 0;
  const beyond = (from: Point, to: Point): Point => ({
    x: to.x + (to.x - from.x) * share,
    y: to.y + (to.y - from.y) * share,
  });
  return [beyond(b, a), beyond(a, b), beyond(d, c), beyond(c, d)];
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
