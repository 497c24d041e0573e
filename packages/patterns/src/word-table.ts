/** Words ready for looking up at many places of a text. */
export interface WordTable {
  /** The longest word that starts at an index. */
  readonly wordAt: (text: string, at: number) => string | undefined;
  /** Its length, 0 without one. */
  readonly lengthAt: (text: string, at: number) => number;
  /** First units of the words. */
  readonly starts: ReadonlySet<number>;
}

/** A table of words of two UTF-16 units or more. */
export function wordTable(words: Iterable<string>): WordTable {
  const byPair = new Map<number, string[]>();
  /** Whether some word begins with a pair of units, by its hash: a cheap no for almost every place. */
  const isPair = new Uint8Array(1 << 16);
  const starts = new Set<number>();
  for (const word of new Set(words)) {
    const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
    const pair = pairOf(first, second);
    const known = byPair.get(pair);
    if (known) known.push(word);
    else byPair.set(pair, [word]);
    isPair[hashOf(first, second)] = 1;
    starts.add(first);
  }
  for (const list of byPair.values()) list.sort((a, b) => b.length - a.length);
  const wordAt = (text: string, at: number): string | undefined => {
    const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
    if (isPair[hashOf(first, second)] === 0) return undefined;
    return byPair.get(pairOf(first, second))?.find((word) => text.startsWith(word, at));
  };
  return { starts, wordAt, lengthAt: (text, at) => wordAt(text, at)?.length ?? 0 };
}

function pairOf(first: number, second: number): number {
  return first * 0x10000 + second;
}

function hashOf(first: number, second: number): number {
  return (first * 31 + second) & 0xffff;
}
