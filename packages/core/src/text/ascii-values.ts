/** Where values may stand in ASCII bytes, told without decoding them. Holds personal data: memory only. */
export interface AsciiValues {
  add(value: string): void;
  /**
   * Whether one of them may begin between two places; says so too often, never too seldom. Nothing of other values stands
   * in bytes that are all ASCII.
   */
  mayBegin(bytes: Uint8Array, from: number, to: number): boolean;
}

/** So much of a value is looked for; those that are searched for are not shorter, but for some with control characters. */
const PREFIX = 6;
/** Bytes that are looked up together: three of a log tell more apart than two. */
const BLOCK = 3;
/** How far the look may go on behind a block that stands in no prefix. */
const MOST_SHIFT = PREFIX - BLOCK + 1;
/** Blocks are told apart by so many bits. */
const HASH_BITS = 14;
/** More are not looked for: nearly every block would stand in one of them. */
const MOST_VALUES = 1000;
/** Bits of a character of ASCII. */
const ASCII_BITS = 7;
const ASCII_ONLY = /^[\0-\x7f]*$/;

/** Nothing yet. Looks for all values at once (Wu and Manber, A Fast Algorithm for Multi-Pattern Searching, 1994). */
export function createAsciiValues(): AsciiValues {
  /** By hash of a block: how far behind it the next one must be looked at; 0 where it ends a prefix. */
  const shifts = new Uint8Array(1 << HASH_BITS).fill(MOST_SHIFT);
  const prefixes = new Set<number>();
  let [isAnything, isNothing] = [false, true];

  return {
    add(value) {
      if (isAnything || !ASCII_ONLY.test(value)) return;
      isNothing = false;
      isAnything = value.length < PREFIX || prefixes.size >= MOST_VALUES;
      if (isAnything) return;
      const bytes = Uint8Array.from({ length: PREFIX }, (_, at) => value.charCodeAt(at));
      prefixes.add(prefixAt(bytes, 0));
      for (let at = 0; at <= PREFIX - BLOCK; at++) {
        const block = blockAt(bytes, at);
        shifts[block] = Math.min(shifts[block]!, PREFIX - BLOCK - at);
      }
    },
    mayBegin(bytes, from, to) {
      if (isAnything || isNothing) return isAnything;
      const last = Math.min(to - 1, bytes.length - PREFIX);
      for (let at = from; at <= last; ) {
        const shift = shifts[blockAt(bytes, at + PREFIX - BLOCK)]!;
        if (shift === 0 && prefixes.has(prefixAt(bytes, at))) return true;
        at += Math.max(1, shift);
      }
      return false;
    },
  };
}

function blockAt(bytes: Uint8Array, at: number): number {
  const block = bytes[at]! | (bytes[at + 1]! << ASCII_BITS) | (bytes[at + 2]! << (2 * ASCII_BITS));
  // Knuth, The Art of Computer Programming, 6.4: the golden ratio spreads what lies close together.
  return Math.imul(block, 0x9e3779b1) >>> (32 - HASH_BITS);
}

/** The characters of a prefix as one number; 42 bits. */
function prefixAt(bytes: Uint8Array, at: number): number {
  let prefix = 0;
  for (let index = 0; index < PREFIX; index++) prefix = prefix * (1 << ASCII_BITS) + bytes[at + index]!;
  return prefix;
}
