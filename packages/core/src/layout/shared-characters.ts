import { boxAround } from "../model/geometry.js";
import { hasPlacedChars } from "./advances.js";
import type { LayoutLine } from "./line.js";
import type { Piece } from "./piece.js";
import type { Row } from "./rows.js";

/** A row without characters that two overlapping pieces both hold: an embossed number is seen in pieces that reach over one another. */
export function withoutSharedCharacters(row: Row): Row {
  return row.map((piece, index) => {
    const before = row[index - 1];
    return before && sharesCharacter(before.line, piece.line) ? withoutFirst(piece) : piece;
  });
}

/** Whether the last character of one line is the first of the next, in the same place. */
function sharesCharacter(before: LayoutLine, after: LayoutLine): boolean {
  if (!hasPlacedChars(before) || !hasPlacedChars(after) || after.chars!.length < 2) return false;
  const [last, first] = [before.chars!.at(-1)!, after.chars![0]!];
  if (last.text !== first.text) return false;
  const [one, other] = [boxAround(last.quad), boxAround(first.quad)];
  const [x, y] = [other.x + other.width / 2, other.y + other.height / 2];
  return x > one.x && x < one.x + one.width && y > one.y && y < one.y + one.height;
}

/** The piece keeps its place: its first character is a part of it. */
function withoutFirst(piece: Piece): Piece {
  const own = piece.line.chars!.slice(1);
  const chars = own.slice(own.findIndex(({ text }) => text.trim() !== ""));
  return { ...piece, line: { ...piece.line, chars, text: chars.map(({ text }) => text).join("") } };
}
