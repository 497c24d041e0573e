import { announcesValue, type Heading, isLabelled, isOnlyHeading } from "./label-words.js";
import type { Piece } from "./piece.js";
import { piecesBelow } from "./piece-below.js";
import type { Row } from "./rows.js";

/** A row of so many pieces or more is the head of a table where labels are this part of them: in forms, values stand between. */
const MIN_HEADS = 3;
const HEADS = 2 / 3;

/**
 * Pieces in the columns of tables that read like a label of no type (某某科技有限公司): under the head of a table they are values,
 * and the column goes on below them.
 *
 * @param pieces those of the rows, from top to bottom
 */
export function cellsUnderHeads(
  rows: readonly Row[],
  pieces: readonly Piece[],
  headingOf: (text: string) => Heading | undefined,
): Set<Piece> {
  const isLabel = ({ line }: Piece) => isOnlyHeading(line.text, headingOf(line.text)) && !announcesValue(line.text);
  const isOther = (piece: Piece) => isLabel(piece) && headingOf(piece.line.text)!.entityTypes.length === 0;
  const isHead = (row: Row) => row.length >= MIN_HEADS && row.filter(isLabel).length >= HEADS * row.length;
  const heads = new Set(rows.filter(isHead).flat());
  const cells = new Set<Piece>();
  for (const head of heads) {
    for (const below of piecesBelow(head, pieces)) {
      if (heads.has(below)) break;
      if (isOther(below)) cells.add(below);
      else if (isLabelled(below.line.text, headingOf(below.line.text))) break;
    }
  }
  return cells;
}
