import type { Piece } from "./piece.js";

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
