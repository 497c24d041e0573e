import { unitAt } from "./unit-at.js";
/** Words of two UTF-16 units. */
export interface WordPairs {
  /** Whether one of them stands at an index of a text. */
  readonly at: (text: string, index: number) => boolean;
}

/**
 * Words of two UTF-16 units, looked up at many places of a text without cutting it into strings.
 *
 * @param words called at first use
 */
export function wordPairs(words: () => readonly string[]): WordPairs {
  const pairs = new Set<number>();
  /** By the hash of a pair: a cheap no for almost every place. */
  let mayBe: Uint8Array | undefined;
  const made = () => {
    const byHash = new Uint8Array(1 << 16);
    for (const word of words()) {
      const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
      pairs.add(pairOf(first, second));
      byHash[pairHash(first, second)] = 1;
    }
    return byHash;
  };
  return {
    at: (text, index) => {
      mayBe ??= made();
      const [first, second] = [unitAt(text, index), unitAt(text, index + 1)];
      return mayBe[pairHash(first, second)] === 1 && pairs.has(pairOf(first, second));
    },
  };
}

/** Two UTF-16 units as a number below 65,536. */
export function pairHash(first: number, second: number): number {
  return (first * 31 + second) & 0xffff;
}

/** Two UTF-16 units as one number. */
export function pairOf(first: number, second: number): number {
  return first * 0x10000 + second;
}
