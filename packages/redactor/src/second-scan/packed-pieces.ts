import type { TextPiece } from "../pdfjs/reading.js";

/** Pieces in a third of the memory: one reader may be hundreds of pages ahead of the other. */
export interface PackedPieces {
  /** All of the text. */
  readonly text: string;
  /** Of each piece in turn: where its text ends, both ends of its line, its height, and 1 where a line ends after it. */
  readonly numbers: Float64Array;
}

/** Numbers to a piece. */
const NUMBERS = 7;

/** What {@link unpacked} makes the same pieces of. */
export function packed(pieces: readonly TextPiece[]): PackedPieces {
  const numbers = new Float64Array(pieces.length * NUMBERS);
  let end = 0;
  for (const [at, { text, line, height, endsLine }] of pieces.entries()) {
    end += text.length;
    const [from, to] = line;
    numbers.set([end, from.x, from.y, to.x, to.y, height, Number(endsLine)], at * NUMBERS);
  }
  return { text: pieces.map(({ text }) => text).join(""), numbers };
}

/** The pieces. */
export function unpacked({ text, numbers }: PackedPieces): TextPiece[] {
  let start = 0;
  return Array.from({ length: numbers.length / NUMBERS }, (_, at) => {
    const own = numbers.subarray(at * NUMBERS, (at + 1) * NUMBERS);
    const [end = 0, fromX = 0, fromY = 0, toX = 0, toY = 0, height = 0, endsLine] = own;
    const piece: TextPiece = {
      text: text.slice(start, end),
      line: [
        { x: fromX, y: fromY },
        { x: toX, y: toY },
      ],
      height,
      endsLine: endsLine === 1,
    };
    start = end;
    return piece;
  });
}
