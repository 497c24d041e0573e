import type { Piece } from "./piece.js";

/** Characters one below the other, from top to bottom. */
export type Stack = readonly Piece[];

/** Fewer characters stand above one another by chance. */
const MIN_CHARACTERS = 3;
/** How far apart the middles of two characters of a stack may be sideways, and how far the boxes downward, in heights. */
const MAX_SHIFT = 0.5;
const MAX_GAP = 0.8;
/** Characters of one stack are of one size: the smaller has at least this share of the larger's height. */
const SAME_SIZE = 0.6;

/** Single characters that are written downward (收 over 件 over 人 at the edge of a waybill), and all the other pieces. */
export function partedByStacks(pieces: readonly Piece[]): { readonly stacks: Stack[]; readonly rest: Piece[] } {
  const singles = pieces.filter(isSingleCharacter).toSorted((a, b) => a.top - b.top);
  const taken = new Set<Piece>();
  const stacks: Stack[] = [];
  for (const first of singles) {
    if (taken.has(first)) continue;
    const stack = [first];
    for (const next of singles) if (!taken.has(next) && follows(next, stack.at(-1)!)) stack.push(next);
    if (stack.length < MIN_CHARACTERS) continue;
    stacks.push(stack);
    for (const piece of stack) taken.add(piece);
  }
  return { stacks, rest: pieces.filter((piece) => !taken.has(piece)) };
}

/** What a stack says. */
export function textOfStack(stack: Stack): string {
  return stack.map(({ line }) => line.text.trim()).join("");
}

function isSingleCharacter({ line }: Piece): boolean {
  return /^\s*\p{L}\s*$/u.test(line.text);
}

function follows(below: Piece, above: Piece): boolean {
  const height = Math.max(above.height, below.height);
  const shift = Math.abs(below.left + below.right - above.left - above.right) / 2;
  const gap = below.top - above.bottom;
  const isSameSize = Math.min(above.height, below.height) >= SAME_SIZE * height;
  return isSameSize && shift <= MAX_SHIFT * height && gap <= MAX_GAP * height && below.top - above.top >= height / 2;
}
