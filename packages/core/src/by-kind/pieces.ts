import type { Page, TextRun } from "../model/document.js";
import { type Box, boxAround } from "../model/geometry.js";

/** One run of a page as kinds of documents look at it. */
export interface Piece {
  readonly run: TextRun;
  /** Folded: without spaces, Latin letters in capitals, marks before the first letter or digit left out. */
  readonly text: string;
  /** Whether its characters may be misread. */
  readonly isOcr: boolean;
  /** Where it stands, page units; undefined where the page cannot tell. Costs geometry. */
  box(): Box | undefined;
}

/** What OCR makes of a speck or a line before a word. */
const LEADING_MARKS = /^[^\p{L}\p{N}￥¥*＊]+/u;

/** The runs of a page that have text. */
export function piecesOf(page: Page): Piece[] {
  return page.runs.flatMap((run) => {
    const text = foldedPiece(page.text.slice(run.span.start, run.span.end));
    if (text === "") return [];
    let known: { readonly box: Box | undefined } | undefined;
    return {
      run,
      text,
      isOcr: run.origin === "ocr",
      box() {
        known ??= { box: boxOf(page, run) };
        return known.box;
      },
    };
  });
}

/** Pieces that follow one another without a separator between them. */
export function stretchesOf({ text }: Page, pieces: readonly Piece[], separator: RegExp): Piece[][] {
  const stretches: Piece[][] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    const isSame = last && !separator.test(text.slice(last.run.span.end, piece.run.span.start));
    if (isSame) stretches.at(-1)!.push(piece);
    else stretches.push([piece]);
    last = piece;
  }
  return stretches;
}

/** A text as cues are written. */
export function foldedPiece(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "").replace(LEADING_MARKS, "").toUpperCase();
}

function boxOf(page: Page, { span }: TextRun): Box | undefined {
  const corners = page.locate(span).flat();
  return corners.length > 0 ? boxAround(corners) : undefined;
}
