import type { Piece } from "./piece.js";

/** Pieces that stand side by side, from left to right. Not empty. */
export type Row = readonly Piece[];

/** Two pieces are in one row when they share this part of the lower one's height where they face each other. */
const SHARED_HEIGHT = 0.5;
/** Boxes are drawn generously: how far neighbours may overlap, in heights. */
const MAX_OVERLAP = 0.7;

/** Pieces in rows, from top to bottom. A row follows its neighbours, so that it may slant or bend with the paper. */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  const next = linksBetween(pieces);
  const followers = new Set(next.values());
  const rows = pieces.filter((piece) => !followers.has(piece)).map((first) => chainFrom(first, next));
  return rows.sort((a, b) => middleOf(a) - middleOf(b) || a[0]!.left - b[0]!.left);
}

/** The right neighbour of every piece that has one; nobody is the neighbour of two. */
function linksBetween(pieces: readonly Piece[]): Map<Piece, Piece> {
  const byLeft = pieces.toSorted((a, b) => a.left - b.left);
  const pairs: { from: Piece; to: Piece; cost: number }[] = [];
  for (const from of byLeft) {
    let reach = Number.POSITIVE_INFINITY;
    for (const to of byLeft) {
      if (to === from || !isRightOf(to, from) || !areLevel(from, to)) continue;
      // Behind the nearest there may be another one above or below it; beyond that one's end is the next place.
      if (to.left > reach) break;
      reach = Math.min(reach, to.right);
      pairs.push({ from, to, cost: to.left - from.right + 2 * Math.abs(to.startMiddle - from.endMiddle) });
    }
  }
  const next = new Map<Piece, Piece>();
  const taken = new Set<Piece>();
  for (const { from, to } of pairs.sort((a, b) => a.cost - b.cost)) {
    if (next.has(from) || taken.has(to)) continue;
    next.set(from, to);
    taken.add(to);
  }
  return next;
}

function isRightOf(to: Piece, from: Piece): boolean {
  const isBehind = to.left + to.right > from.left + from.right && to.left > from.left;
  return isBehind && to.left - from.right > -MAX_OVERLAP * Math.min(from.height, to.height);
}

function areLevel(from: Piece, to: Piece): boolean {
  const shared = (from.height + to.height) / 2 - Math.abs(to.startMiddle - from.endMiddle);
  return shared >= SHARED_HEIGHT * Math.min(from.height, to.height);
}

function chainFrom(first: Piece, next: ReadonlyMap<Piece, Piece>): Row {
  const row = [first];
  for (let piece = next.get(first); piece; piece = next.get(piece)) row.push(piece);
  return row;
}

function middleOf(row: Row): number {
  return row.reduce((sum, { top, bottom }) => sum + (top + bottom) / 2, 0) / row.length;
}
