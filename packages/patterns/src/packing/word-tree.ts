import type { ReadWords } from "./word-reader.js";

/** Bits of a place in the table of followers: the largest tree, of places, has 5,000 nodes, and stays well below. */
const TABLE_BITS = 14;
/** Knuth, The Art of Computer Programming 3, 6.4: the golden ratio of 2 ** 32. */
const GOLDEN = 0x9e3779b1;

/** Words as a tree of the characters that follow each other. Nodes are numbers from 1 on, 0 is none. */
export interface WordTree {
  /** The node of words that begin with a UTF-16 unit. */
  readonly first: (unit: number) => number;
  /** The node behind another for the unit that follows. */
  readonly after: (node: number, unit: number) => number;
  /** By node: which word ends there, from 1 on in the order of {@link lengths}; 0 where none does. */
  readonly words: Uint16Array;
  /** Units of each word, in the order in which they were packed. */
  readonly lengths: readonly number[];
}

/** Reads words as a tree that stays in numbers: thousands of strings would take longer to make than to read. */
export function readTree(read: ReadWords): WordTree {
  const firsts = new Uint16Array(1 << 16);
  const keys = new Int32Array(1 << TABLE_BITS);
  const nodes = new Uint16Array(1 << TABLE_BITS);
  const words = new Uint16Array(1 << TABLE_BITS);
  const lengths: number[] = [];
  let count = 0;

  const placeOf = (key: number): number => {
    let place = Math.imul(key, GOLDEN) >>> (32 - TABLE_BITS);
    while (keys[place] !== key && keys[place] !== 0) place = (place + 1) & (keys.length - 1);
    return place;
  };
  const grow = (node: number, unit: number): number => {
    count++;
    if (node === 0) firsts[unit] = count;
    else {
      const place = placeOf(keyOf(node, unit));
      keys[place] = keyOf(node, unit);
      nodes[place] = count;
    }
    return count;
  };
  read(0, grow, (node, length) => {
    words[node] = lengths.push(length);
  });
  return {
    first: (unit) => firsts[unit]!,
    after: (node, unit) => nodes[placeOf(keyOf(node, unit))]!,
    words,
    lengths,
  };
}

/** Reads words as strings, for short lists. */
export function readStrings(read: ReadWords): string[] {
  const words: string[] = [];
  read(
    "",
    (head, unit) => head + String.fromCharCode(unit),
    (word) => words.push(word),
  );
  return words;
}

/** Never 0: nodes are not. */
function keyOf(node: number, unit: number): number {
  return (node << 16) | unit;
}
