import type { Piece } from "./piece.js";

/** Rows of a table under one header. */
export const MAX_TABLE_ROWS = 500;
/** How far a value may stand under its label or under the value of the row before, in heights. */
const MAX_GAP_BELOW = 2;

/**
 * The nearest piece under another one that shares some of its width.
 *
 * @param pieces from top to bottom
 */
export function pieceBelow(above: Piece, pieces: readonly Piece[]): Piece | undefined {
  const reach = above.bottom + MAX_GAP_BELOW * above.height;
  const middle = (above.top + above.bottom) / 2;
  return pieces.find(
    (piece) =>
      piece !== above &&
      piece.top > middle &&
      piece.top <= reach &&
      Math.min(piece.right, above.right) - Math.max(piece.left, above.left) > 0,
  );
}

/** The pieces of a column under its head, from top to bottom: so many at most, each the nearest under the one before. */
export function* piecesBelow(head: Piece, pieces: readonly Piece[], most = MAX_TABLE_ROWS): Generator<Piece> {
  let [below, count] = [pieceBelow(head, pieces), 0];
  for (; below && count < most; count++) {
    yield below;
    below = pieceBelow(below, pieces);
  }
}
