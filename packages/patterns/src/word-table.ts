/** Words ready for looking up at many places of a text. */
export interface WordTable {
  /** The longest word that starts at an index; its length, 0 without one. */
  readonly lengthAt: (text: string, at: number) => number;
  /** First units of the words. */
  readonly starts: ReadonlySet<number>;
}

/** A table of words of two UTF-16 units or more. */
export function wordTable(words: readonly string[]): WordTable {
  const byPair = new Map<number, string[]>();
  for (const word of new Set(words)) {
    const pair = pairAt(word, 0);
    byPair.set(
      pair,
      [...(byPair.get(pair) ?? []), word].sort((a, b) => b.length - a.length),
    );
  }
  return {
    starts: new Set(words.map((word) => word.charCodeAt(0))),
    lengthAt(text, at) {
      for (const word of byPair.get(pairAt(text, at)) ?? []) if (text.startsWith(word, at)) return word.length;
      return 0;
    },
  };
}

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}
