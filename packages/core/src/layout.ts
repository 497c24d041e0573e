import type { Span } from "@tuhei/patterns";
import type { CellLine } from "./layout/cell-columns.js";
import { inReadingOrder } from "./layout/columns.js";
import { labelsOf } from "./layout/labels.js";
import type { LayoutLine } from "./layout/line.js";
import { partOfLine } from "./layout/part-of-line.js";
import { isRound, type Piece, piecesByDirection } from "./layout/piece.js";
import { goesOnIn, reaching } from "./layout/reaching.js";
import { rowsOf } from "./layout/rows.js";
import { withoutSharedCharacters } from "./layout/shared-characters.js";
import { spaced } from "./layout/spaced.js";
import { partedByStacks } from "./layout/stacks.js";
import { type ReadCell, separatorOfCell, withWrappedCells } from "./layout/wrapped-cells.js";
import type { TextRun } from "./model/document.js";
import type { Quad } from "./model/geometry.js";

export type { LayoutLine } from "./layout/line.js";

/** A page put together from lines that an OCR engine saw. */
export interface LaidOut {
  /** In reading order: rows in lines, distant pieces of a row parted by a tab, columns one after the other, writing downward last. */
  readonly text: string;
  /** One a line of the engine, in order of place; `label` is the printed label beside or above it. */
  readonly runs: readonly TextRun[];
  /** One quad for every line that a span touches: whole words, grown by a margin. */
  locate(span: Span): readonly Quad[];
}

/** Pieces of a row nearer than this, in heights, are parts of one phrase. */
const MAX_SPACE = 1.5;
/** Digits of one number may be spaced wider: bank cards, waybills. */
const MAX_DIGIT_SPACE = 2.5;

/**
 * Puts lines in reading order, finds the labels of values and tells where a span stands. Pictures and scanned PDF pages
 * share it.
 *
 * @param lines in any order; those without text are left out
 */
export function layout(lines: readonly LayoutLine[]): LaidOut {
  const read = lines.filter(({ text }) => text.trim() !== "").map(spaced);
  const placed: { readonly run: TextRun; readonly line: LayoutLine }[] = [];
  let text = "";
  const place = (piece: Piece, separator: string, label?: string): void => {
    text += separator;
    const span = { start: text.length, end: text.length + piece.line.text.length };
    placed.push({ run: runOf(piece, span, label), line: piece.line });
    text += piece.line.text;
  };
  for (const pieces of piecesByDirection(read)) {
    const { stacks, rest } = partedByStacks(pieces);
    const rows = inReadingOrder(rowsOf(rest).map(withoutSharedCharacters));
    const labels = labelsOf(rows, stacks);
    for (const row of withWrappedCells(
      rows.map((row) => row.map((piece) => cellOf(piece, labels.get(piece)))),
      { ocr: true },
    )) {
      for (const [index, { line }] of row.entries()) {
        const separator = index > 0 ? separatorBefore(row, index) : lineEnd(text);
        place(line.piece, separator, line.label);
      }
    }
    for (const stack of stacks)
      for (const [index, piece] of stack.entries()) place(piece, index > 0 ? "" : lineEnd(text));
  }
  return {
    text,
    runs: placed.map(({ run }) => run),
    locate(span) {
      const touched = placed.flatMap(({ run, line }) => {
        const start = Math.max(span.start, run.span.start) - run.span.start;
        const end = Math.min(span.end, run.span.end) - run.span.start;
        return start < end ? [{ run, quad: partOfLine(line, { start, end }) }] : [];
      });
      return touched.map(({ run, quad }, index) => {
        const next = touched[index + 1];
        const isPhrase = next && text.slice(run.span.end, next.run.span.start) === " ";
        const after = isPhrase ? next.quad : touched.map((one) => one.quad).find((other) => goesOnIn(quad, other));
        return after ? reaching(quad, after) : quad;
      });
    },
  };
}

function lineEnd(text: string): string {
  return text === "" ? "" : "\n";
}

/** A piece as a cell of a table, or a line of one. */
interface PieceCell extends CellLine {
  readonly piece: Piece;
}

function cellOf(piece: Piece, label: string | undefined): PieceCell {
  const { line, left, right, top, bottom, height } = piece;
  const place = { direction: 0, start: left, end: right, level: (top + bottom) / 2, height };
  return { piece, text: line.text, place, ...(label !== undefined && { label }) };
}

function separatorBefore(row: readonly ReadCell<PieceCell>[], index: number): string {
  return separatorOfCell(row, index) ?? separatorBetween(row[index - 1]!.line.piece, row[index]!.line.piece);
}

function separatorBetween(before: Piece, after: Piece): string {
  // A single digit is as high as its own ink: its line is higher.
  const sides = [before, after].map(({ height }) => height);
  const height = isRound(before.line) || isRound(after.line) ? Math.max(...sides) : Math.min(...sides);
  const gap = (after.left - before.right) / height;
  const isNumber = /[\d*]$/.test(before.line.text) && /^[\d*]/.test(after.line.text);
  return gap <= (isNumber ? MAX_DIGIT_SPACE : MAX_SPACE) ? " " : "\t";
}

function runOf({ line }: Piece, span: Span, label: string | undefined): TextRun {
  const { confidence } = line;
  return { span, origin: "ocr", ...(label !== undefined && { label }), precision: "estimated", confidence };
}
