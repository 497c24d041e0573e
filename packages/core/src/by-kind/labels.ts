import { labelOf } from "@tuhei/patterns";
import type { DocumentKind, KindField } from "../kinds/kind.js";
import type { Page, TextRun } from "../model/document.js";
import { foldedPiece, type Piece, stretchesOf } from "./pieces.js";
import type { PlacedKind } from "./recognize.js";

/**
 * The labels of a page's runs: those printed beside them, and where these name nothing, what the kind of document says of
 * the values beside its labels and of those that stand without one.
 */
export function labelsOn(page: Page, kinds: readonly PlacedKind[]): ReadonlyMap<TextRun, string> {
  const known = new Map(
    kinds.flatMap((placed) => {
      const lines = stretchesOf(page, placed.pieces, /\n/);
      const phrases = stretchesOf(page, placed.pieces, /[\n\t]/);
      return [...labelsByShape(placed.kind, [...lines, ...phrases]), ...labelsBeside(placed.kind, lines, phrases)];
    }),
  );
  return new Map(
    page.runs.flatMap((run) => {
      const ofKind = known.get(run);
      const label = ofKind === undefined || namesType(run.label) ? run.label : ofKind;
      return label === undefined ? [] : [[run, label] as const];
    }),
  );
}

function namesType(label: string | undefined): boolean {
  return label !== undefined && (labelOf(label)?.entityTypes.length ?? 0) > 0;
}

/** The phrase to the right of a label that only the kind has, or of which a character was misread. */
function labelsBeside(
  { fields }: DocumentKind,
  lines: readonly Piece[][],
  phrases: readonly Piece[][],
): (readonly [TextRun, string])[] {
  return lines.flatMap((line) =>
    line.slice(1).flatMap((piece, index) => {
      const words = line[index]!.text.replace(/[:：]$/, "");
      const label = fields.flatMap(({ labels }) => labels).find((one) => one === words || isLike(words, one));
      if (label === undefined) return [];
      const phrase = phrases.find((one) => one.includes(piece))!;
      return phrase.slice(phrase.indexOf(piece)).map(({ run }) => [run, label] as const);
    }),
  );
}

/** Shorter labels differ from other words in one character. */
const MIN_LIKE = 3;

/** Whether one character of a label was misread. */
export function isLike(words: string, label: string): boolean {
  if (label.length < MIN_LIKE || words.length !== label.length || labelOf(words)) return false;
  return [...label].filter((character, index) => words[index] !== character).length === 1;
}

/** The runs of a document that look like one of its fields. */
function labelsByShape({ fields }: DocumentKind, lines: readonly Piece[][]): (readonly [TextRun, string])[] {
  return fields.flatMap((field) =>
    lines.flatMap((line) => shaped(line, field).map(({ run }) => [run, field.labels[0]!] as const)),
  );
}

function shaped(line: readonly Piece[], { shape, isLine }: KindField): readonly Piece[] {
  if (!shape) return [];
  if (!isLine) return line.filter(({ text }) => shape.test(text));
  return shape.test(line.map(({ text }) => text).join("")) ? line : [];
}

/** The field that has a label of these words, or is of a type that such a label names on any document. */
export function fieldOf(fields: readonly KindField[], label: string): KindField | undefined {
  const words = foldedPiece(label);
  const types = labelOf(label)?.entityTypes ?? [];
  return (
    fields.find(({ labels }) => labels.includes(words)) ?? fields.find(({ entityType }) => types.includes(entityType))
  );
}
