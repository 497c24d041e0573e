import type { LayoutLine } from "./line.js";

/** Where one UTF-16 unit of a line begins and ends along the line, 0 at the start of its quad and 1 at the end. */
export interface Advance {
  readonly start: number;
  readonly end: number;
}

/** Widths to share a line out by where characters have no place of their own, in heights. */
const WIDE = 1;
const NARROW = 0.55;

/** The place of every UTF-16 unit along its line, from the characters' own boxes where the engine gives them. */
export function advancesOf(line: LayoutLine): Advance[] {
  return hasPlacedChars(line) ? placed(line) : shared(line.text);
}

/** Whether the engine's characters make up the line's text. */
export function hasPlacedChars({ text, chars }: LayoutLine): boolean {
  return chars !== undefined && chars.length > 0 && chars.map((char) => char.text).join("") === text;
}

function placed({ quad, chars }: LayoutLine): Advance[] {
  const [a, b, c, d] = quad;
  const origin = { x: (a.x + d.x) / 2, y: (a.y + d.y) / 2 };
  const along = { x: (b.x + c.x) / 2 - origin.x, y: (b.y + c.y) / 2 - origin.y };
  const length = along.x ** 2 + along.y ** 2 || 1;
  return chars!.flatMap((char) => {
    const places = char.quad.map(({ x, y }) => ((x - origin.x) * along.x + (y - origin.y) * along.y) / length);
    const advance = { start: Math.min(...places), end: Math.max(...places) };
    return Array.from({ length: char.text.length }, () => advance);
  });
}

function shared(text: string): Advance[] {
  const characters = [...text];
  const total = characters.reduce((sum, character) => sum + widthOf(character), 0) || 1;
  let at = 0;
  return characters.flatMap((character) => {
    const start = at / total;
    at += widthOf(character);
    const advance = { start, end: at / total };
    return Array.from({ length: character.length }, () => advance);
  });
}

function widthOf(character: string): number {
  return character.charCodeAt(0) < FIRST_WIDE ? NARROW : WIDE;
}

/** After Latin with its marks. */
const FIRST_WIDE = 0x250;
