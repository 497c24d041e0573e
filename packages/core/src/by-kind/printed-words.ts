import type { Match } from "@tuhei/patterns";
import type { DocumentKind } from "../kinds/kind.js";
import { headingOf } from "../layout/label-words.js";
import type { Page, TextRun } from "../model/document.js";
import { boxAround, type Point } from "../model/geometry.js";
import { isLike } from "./labels.js";
import { foldedPiece } from "./pieces.js";

/** What every document of a kind may show, folded as cues are. */
export function wordsOf({ cues, fields }: DocumentKind): readonly string[] {
  return [...cues.flatMap((cue) => cue.words ?? []), ...fields.flatMap(({ labels }) => labels)];
}

/** Whether a folded text begins with what every document of the kind shows, or with any label. */
export function isPrinted(kind: DocumentKind, text: string): boolean {
  return wordsOf(kind).some((word) => text.startsWith(word)) || headingOf(text) !== undefined;
}

/** Letters of a label, at least, that say what it is although others of it were misread. */
const MIN_TOLD = 5;
/** Letters that OCR makes of the rest of such a label. */
const MAX_REST = 2;

/** Whether a run is a word that documents of some kinds show, and nothing else. A long one may have a character wrong. */
export function isWording({ text }: Page, { span }: TextRun, kinds: readonly DocumentKind[]): boolean {
  const whole = foldedPiece(text.slice(span.start, span.end)).replace(/[^\p{L}\p{N})]+$/u, "");
  return kinds.some((kind) =>
    wordsOf(kind).some((word) => {
      if (word === whole) return true;
      if (word.length < MIN_TOLD || /\d/.test(whole)) return false;
      return isLike(whole, word) || (whole.includes(word) && whole.length <= word.length + MAX_REST);
    }),
  );
}

/** What a Latin caption reads like, misread or not: no character of it is Chinese or a digit. */
const LATIN = /^[^\p{Script=Han}\d]*[A-Za-z][^\p{Script=Han}\d]*$/u;
/** A caption is lower than this part of the usual line. */
const MAX_SHARE = 0.8;
/** How far below its label it begins at most, and how far their beginnings differ, in heights of the label. */
const MAX_GAP = 0.6;
const ALIGNED = 0.7;

/**
 * Whether a run is the second language's caption under a printed label, in smaller letters: Plate No. under 号牌号码. Nothing of a
 * person is written there, and it is the first to be misread.
 *
 * @param usual the height of most lines, page units
 */
export function isCaption(page: Page, run: TextRun, kinds: readonly DocumentKind[], usual: number): boolean {
  if (!LATIN.test(page.text.slice(run.span.start, run.span.end))) return false;
  const [quad] = page.locate(run.span);
  if (!quad) return false;
  const own = boxAround(quad);
  if (own.height > MAX_SHARE * usual) return false;
  return page.runs.some((label) => {
    const text = foldedPiece(page.text.slice(label.span.start, label.span.end));
    if (label === run || !/^\p{Script=Han}/u.test(text) || !kinds.some((kind) => isPrinted(kind, text))) return false;
    const [above] = page.locate(label.span);
    if (!above) return false;
    const { x, y, height } = boxAround(above);
    const gap = own.y - (y + height);
    return own.y > y && gap <= MAX_GAP * height && Math.abs(own.x - x) <= ALIGNED * height;
  });
}

/** Letters of a column of labels that was read as one line, at least, and the share of them that belong to labels. */
const MIN_COLUMN = 3;
const OF_LABELS = 0.75;
/** How far the direction of a column is from that of the lines, at least: half of a quarter turn, as a cosine. */
const ACROSS = Math.SQRT1_2;

/**
 * Whether a run is the first characters of labels that stand under one another, read downward across their lines: 姓性出住. OCR sees
 * them so where the values beside them are black.
 *
 * @param along a line of the page, for the direction of its text
 */
export function isLabelColumn(
  page: Page,
  run: TextRun,
  kinds: readonly DocumentKind[],
  along: TextRun | undefined,
): boolean {
  const letters = [...foldedPiece(page.text.slice(run.span.start, run.span.end)).replace(/[^\p{L}\p{N}]/gu, "")];
  if (letters.length < MIN_COLUMN || !along) return false;
  const printed = new Set(kinds.flatMap(wordsOf).join(""));
  if (letters.filter((one) => printed.has(one)).length < OF_LABELS * letters.length) return false;
  const [own, other] = [directionOf(page, run), directionOf(page, along)];
  return own !== undefined && other !== undefined && Math.abs(own.x * other.x + own.y * other.y) < ACROSS;
}

function directionOf(page: Page, { span }: TextRun): Point | undefined {
  const [quad] = page.locate(span);
  if (!quad) return undefined;
  const [x, y] = [quad[1].x - quad[0].x, quad[1].y - quad[0].y];
  const length = Math.hypot(x, y);
  return length > 0 ? { x: x / length, y: y / length } : undefined;
}

/** Without names that are words printed on every document of a kind: a label that stands where a value would. */
export function withoutPrintedNames(
  page: Page,
  kinds: readonly DocumentKind[],
  matches: readonly Match[],
): readonly Match[] {
  if (kinds.length === 0) return matches;
  const words = kinds.flatMap(wordsOf);
  return matches.filter((match) => match.entityType !== "name" || !isInWord(page, match, words));
}

/** Whether a match is a printed word or its beginning, and a run begins with that. */
function isInWord({ text, runs }: Page, { span }: Match, words: readonly string[]): boolean {
  const run = runs.find((one) => one.span.start <= span.start && span.start < one.span.end);
  if (!run || span.end > run.span.end) return false;
  const [head, whole] = [span.end, run.span.end].map((end) => foldedPiece(text.slice(run.span.start, end)));
  return words.some((word) => word.startsWith(head!) && whole!.startsWith(word));
}
