import { advancesOf } from "./advances.js";
import { cellsUnderHeads } from "./cells-under-heads.js";
import type { Heading } from "./label-words.js";
import { announcesValue, headingReader, isLabelled, isOnlyHeading } from "./label-words.js";
import type { Piece } from "./piece.js";
import { MAX_TABLE_ROWS, pieceBelow, piecesBelow } from "./piece-below.js";
import type { Row } from "./rows.js";
import { type Stack, textOfStack } from "./stacks.js";

/** How far a value may stand from a label to its left, in heights. */
const MAX_GAP_RIGHT = 25;
/** The same for a label of one character (收, 寄 on waybills): farther off it is a word of something else. */
const MAX_GAP_OF_SHORT = 4;
/** Parts of one value that OCR saw apart, in heights. */
const MAX_GAP_INSIDE = 1.5;
/** Lines of one value stand closer than this, in heights. */
const MAX_GAP_WRAPPED = 0.9;
/** How far the beginnings of wrapped lines may differ, in heights. */
const ALIGNED = 1.2;
/** Lines that an address may go on for. */
const MAX_WRAPPED = 3;
/** Strokes of a barcode or a frame read as text: the value may stand below all the same. */
const SCRAP = /^\P{L}{0,2}[0-9A-Za-z]{0,3}[^\p{L}\p{N}]*$/u;
/** A value that was blacked out: the one beside it is no other's, be the label one of several in its row. */
const BAR = /^█+$/;

/** The printed label of every piece that has one beside, above or, on a wrapped line, at the beginning of the value. */
export function labelsOf(rows: readonly Row[], stacks: readonly Stack[] = []): Map<Piece, string> {
  const pieces = rows.flat().toSorted((a, b) => a.top - b.top);
  const headingOf = headingReader();
  const cells = cellsUnderHeads(rows, pieces, headingOf);
  const page: LabelledPage = {
    pieces,
    cells,
    labelled: new Set(
      pieces.filter((piece) => !cells.has(piece) && isLabelled(piece.line.text, headingOf(piece.line.text))),
    ),
    labels: new Map(),
    headingOf,
  };
  const places = rows.flatMap((row) => row.map((piece, index) => [piece, { row, index }] as const));
  // What stands beside a value says more of it than what stands over it.
  const downward = places.filter(([, { row, index }]) => !labelRightFrom(row, index, page));
  const below = { ...page, labelled: new Set([...page.labelled, ...page.labels.keys()]) };
  for (const [piece, { row }] of downward) labelBelow(piece, row, below);
  for (const stack of stacks) labelBeside(stack, rows, page);
  const placeOf = new Map(places);
  for (const piece of pieces) labelWrapped(piece, page, placeOf);
  return page.labels;
}

interface LabelledPage {
  /** From top to bottom. */
  readonly pieces: readonly Piece[];
  /** Values of tables that read like labels. */
  readonly cells: ReadonlySet<Piece>;
  /** Pieces that begin with a label, and so are nobody's value. */
  readonly labelled: ReadonlySet<Piece>;
  readonly labels: Map<Piece, string>;
  readonly headingOf: (text: string) => Heading | undefined;
}

/** What a piece that is only a label names to its right; whether it can name nothing below. */
function labelRightFrom(row: Row, index: number, page: LabelledPage): boolean {
  const label = row[index]!;
  const heading = page.headingOf(label.line.text);
  if (!heading || page.cells.has(label) || !isOnlyHeading(label.line.text, heading)) return true;
  const right = row[index + 1];
  const isShort = heading.words.length === 1;
  const reach = (isShort ? MAX_GAP_OF_SHORT : MAX_GAP_RIGHT) * label.height;
  const hasValue = right && !page.labelled.has(right) && right.left - label.right <= reach;
  if (hasValue) labelRightward(row, index + 1, heading.words, page);
  const isScrap = hasValue && SCRAP.test(right.line.text);
  const isBlack = hasValue && BAR.test(right.line.text);
  return isShort || isBlack === true || (hasValue === true && !isHeader(label, row, page) && !isScrap);
}

/** What a piece that is only a label names below it, in a table the whole column. */
function labelBelow(label: Piece, row: Row, page: LabelledPage): void {
  const rows = isHeader(label, row, page) ? MAX_TABLE_ROWS : 1;
  labelDownward(label, page.headingOf(label.line.text)!.words, rows, page);
}

/** Whether a label is one of several that are nothing else, as in the head of a table, where none has a colon. */
function isHeader(label: Piece, row: Row, { headingOf }: LabelledPage): boolean {
  if (announcesValue(label.line.text)) return false;
  return row.filter(({ line }) => isOnlyHeading(line.text, headingOf(line.text))).length > 1;
}

/** A label written downward names what stands to its right, row by row. */
function labelBeside(stack: Stack, rows: readonly Row[], page: LabelledPage): void {
  const text = textOfStack(stack);
  const heading = page.headingOf(text);
  if (!heading || !isOnlyHeading(text, heading)) return;
  const [first, last] = [stack[0]!, stack.at(-1)!];
  const right = Math.max(...stack.map((piece) => piece.right));
  for (const row of rows) {
    const index = row.findIndex((piece) => (piece.left + piece.right) / 2 > right);
    const piece = row[index];
    if (!piece || piece.left - right > MAX_GAP_OF_SHORT * first.height) continue;
    const middle = (piece.top + piece.bottom) / 2;
    if (middle > first.top - first.height && middle < last.bottom + last.height) {
      labelRightward(row, index, heading.words, page);
    }
  }
}

function labelRightward(row: Row, start: number, words: string, page: LabelledPage): void {
  for (let index = start; index < row.length; index++) {
    const piece = row[index]!;
    if (page.labelled.has(piece)) return;
    if (index > start && piece.left - row[index - 1]!.right > MAX_GAP_INSIDE * piece.height) return;
    setLabel(piece, words, page);
  }
}

function labelDownward(label: Piece, words: string, rows: number, page: LabelledPage): void {
  for (const below of piecesBelow(label, page.pieces, rows)) {
    if (page.labelled.has(below)) return;
    setLabel(below, words, page);
  }
}

/** The next lines of an address stand under its value, or under its label. */
function labelWrapped(
  piece: Piece,
  page: LabelledPage,
  places: ReadonlyMap<Piece, { readonly row: Row; readonly index: number }>,
): void {
  const heading = page.headingOf(piece.line.text);
  const words = page.labels.get(piece) ?? heading?.words;
  if (words === undefined || !(heading ?? page.headingOf(words))?.entityTypes.includes("address")) return;
  if (heading && hasValueBeside(piece, heading, page, places)) return;
  const starts = [piece.left, ...(heading ? [valueStart(piece, heading)] : [])];
  let above = piece;
  for (let count = 0; count < MAX_WRAPPED; count++) {
    const below = pieceBelow(above, page.pieces);
    if (!below || page.labelled.has(below) || page.labels.has(below)) return;
    if (below.top - above.bottom > MAX_GAP_WRAPPED * above.height) return;
    if (!starts.some((start) => Math.abs(below.left - start) <= ALIGNED * above.height)) return;
    const { row, index } = places.get(below)!;
    labelRightward(row, index, words, page);
    above = below;
  }
}

/** Whether a label's value stands right beside it, so that its next lines stand under that and not under the label. */
function hasValueBeside(
  piece: Piece,
  heading: Heading,
  { labels }: LabelledPage,
  places: ReadonlyMap<Piece, { readonly row: Row; readonly index: number }>,
): boolean {
  const { row, index } = places.get(piece)!;
  const right = row[index + 1];
  const isNear = right && right.left - piece.right <= MAX_GAP_OF_SHORT * piece.height;
  return isNear === true && isOnlyHeading(piece.line.text, heading) && labels.get(right) === heading.words;
}

function valueStart({ line, left, right }: Piece, { end }: Heading): number {
  return left + (right - left) * (advancesOf(line)[end]?.start ?? 1);
}

function setLabel(piece: Piece, words: string, { labels }: LabelledPage): void {
  if (!labels.has(piece)) labels.set(piece, words);
}
