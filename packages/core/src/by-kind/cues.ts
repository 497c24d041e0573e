import { labelOf } from "@tuhei/patterns";
import type { Cue, DocumentKind } from "../kinds/kind.js";
import type { Piece } from "./pieces.js";

/** A cue that was seen in a piece. */
export interface Hit {
  readonly cue: Cue;
  readonly piece: Piece;
}

/** In pieces not longer than this a word counts wherever it stands; in longer ones, which are prose, only at their head. */
const SHORT = 24;
/** Words so long may have one character wrong, missing or too many. */
const TOLERANT = 3;
/** Behind a misread word of the least length something must set it off. */
const TOLERANT_INSIDE = 4;

/** Words worth less in all are too little for shapes to make up for, where nothing was misread. */
const ENOUGH_WORDS = 3;

/** Every cue of a kind in every piece that shows it. */
export function hitsOf({ cues }: DocumentKind, pieces: readonly Piece[]): Hit[] {
  const isOcr = pieces.some((piece) => piece.isOcr);
  const text = isOcr ? undefined : pieces.map((piece) => piece.text).join("\n");
  const words = cues.filter((cue) => cue.words?.some((word) => text?.includes(word) ?? true));
  const isWorthIt = isOcr || words.reduce((sum, { weight }) => sum + Math.max(0, weight), 0) >= ENOUGH_WORDS;
  const shown = isWorthIt ? [...words, ...cues.filter(({ shape }) => shape)] : words;
  return shown.flatMap((cue) => pieces.filter((piece) => shows(piece, cue)).map((piece) => ({ cue, piece })));
}

/** What the hits are worth. A cue counts once; one that speaks against a kind counts in every piece. */
export function worthOf(hits: readonly Hit[]): number {
  const distinct = hits.filter(({ cue }, at) => cue.weight < 0 || hits.findIndex((hit) => hit.cue === cue) === at);
  return distinct.reduce((sum, { cue }) => sum + cue.weight, 0);
}

function shows({ text, isOcr }: Piece, { words, shape }: Cue): boolean {
  if (shape) return shape.test(text);
  return words!.some((word) => {
    if (text.length <= SHORT ? text.includes(word) : text.startsWith(word)) return true;
    return isOcr && word.length >= TOLERANT && !labelOf(text) && beginsLike(text, word);
  });
}

/** Whether a text begins with a word of which one character was misread, lost or added. */
export function beginsLike(text: string, word: string): boolean {
  if (text.length < word.length - 1) return false;
  let same = 0;
  while (same < word.length && text[same] === word[same]) same++;
  const [rest, wrong, lost, added] = [
    word.slice(same + 1),
    text.slice(same + 1),
    text.slice(same),
    text.slice(same + 1),
  ];
  const isReplaced = wrong.startsWith(rest);
  if (word.length < TOLERANT_INSIDE) return isReplaced && /^$|^[:：\d(（]/.test(wrong.slice(rest.length));
  return isReplaced || lost.startsWith(rest) || added.startsWith(word.slice(same));
}
