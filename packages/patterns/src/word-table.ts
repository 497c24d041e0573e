import { lazily } from "./lazily.js";
import { unitAt } from "./unit-at.js";
import { pairHash } from "./unit-pairs.js";

/** Words ready for looking up at many places of a text. */
export interface WordTable {
  /** Length of the longest word that starts at an index, 0 without one. */
  readonly lengthAt: (text: string, at: number) => number;
  /** Whether one starts at an index. */
  readonly isAt: (text: string, at: number) => boolean;
}

/**
 * A table of words of two UTF-16 units or more.
 *
 * @param words called at first use
 */
export function wordTable(words: () => Iterable<string>): WordTable {
  const table = lazily(() => tableOf(words()));
  return { lengthAt: (text, at) => table()(text, at), isAt: (text, at) => table()(text, at) > 0 };
}

function tableOf(words: Iterable<string>): WordTable["lengthAt"] {
  // Words of one hash are a chain, the longest first; `pairs` and `next` tell a word by its place from 1 on.
  const shortestFirst = [...new Set(words)].sort((a, b) => a.length - b.length);
  const pairs = new Uint16Array(1 << 16);
  const next = new Uint16Array(shortestFirst.length + 1);
  for (const [index, word] of shortestFirst.entries()) {
    const hash = pairHash(word.charCodeAt(0), word.charCodeAt(1));
    next[index + 1] = pairs[hash]!;
    pairs[hash] = index + 1;
  }
  return (text, at) => {
    let place = pairs[pairHash(unitAt(text, at), unitAt(text, at + 1))]!;
    while (place !== 0) {
      const word = shortestFirst[place - 1]!;
      if (text.startsWith(word, at)) return word.length;
      place = next[place]!;
    }
    return 0;
  };
}
