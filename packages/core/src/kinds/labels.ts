import { type LabelledPart, labelOf } from "@tuhei/patterns";
import type { Page, TextRun } from "../model/document.js";
import type { KindField } from "./kind.js";
import type { Piece } from "./pieces.js";
import type { PlacedKind } from "./recognize.js";

/**
 * The labels of a page's runs, in order of place: those printed beside them, and for values that stand without one what
 * the kind of document says that they are.
 */
export function labelledParts(page: Page, kinds: readonly PlacedKind[]): LabelledPart[] {
  const known = new Map(kinds.flatMap((placed) => labelsByShape(page, placed)));
  return page.runs.flatMap((run) => {
    const ofKind = known.get(run);
    const label = ofKind === undefined || namesType(run.label) ? run.label : ofKind;
    return label === undefined ? [] : [{ span: run.span, label }];
  });
}

function namesType(label: string | undefined): boolean {
  return label !== undefined && (labelOf(label)?.entityTypes.length ?? 0) > 0;
}

/** The runs of a document that look like one of its fields. */
function labelsByShape(page: Page, { kind, pieces }: PlacedKind): (readonly [TextRun, string])[] {
  const lines = linesOf(page, pieces);
  return kind.fields.flatMap((field) =>
    lines.flatMap((line) => shaped(line, field).map(({ run }) => [run, field.labels[0]!] as const)),
  );
}

function shaped(line: readonly Piece[], { shape, isLine }: KindField): readonly Piece[] {
  if (!shape) return [];
  if (!isLine) return line.filter(({ text }) => shape.test(text));
  return shape.test(line.map(({ text }) => text).join("")) ? line : [];
}

/** Pieces that follow one another without a line end between them. */
function linesOf({ text }: Page, pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    const isSame = last && !text.slice(last.run.span.end, piece.run.span.start).includes("\n");
    if (isSame) lines.at(-1)!.push(piece);
    else lines.push([piece]);
    last = piece;
  }
  return lines;
}
