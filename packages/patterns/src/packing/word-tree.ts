import type { Unpacker } from "./unpacker.js";

/** Places deeper in a word are alike. */
const DEEPEST = 3;
/** Contexts by depth: whether a word ends, whether a longer one goes on, how many characters follow, which ones. */
const [ENDS, GOES_ON, FOLLOWERS, CHARACTER] = [10, 14, 18, 22];
/** Steps between characters are the larger the fewer they are; from so many on they are alike. */
const MANY = 6;

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

/**
 * Reads a tree in which each character is told by its step in the alphabet from the one before. It stays in numbers: thousands
 * of strings would take longer to make than to read.
 *
 * @param characters the alphabet, as UTF-16 units
 */
export function unpackWords(unpacker: Unpacker, characters: readonly number[]): WordTree {
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
  readWords(unpacker, characters, 0, grow, (node, length) => {
    words[node] = lengths.push(length);
  });
  return {
    first: (unit) => firsts[unit]!,
    after: (node, unit) => nodes[placeOf(keyOf(node, unit))]!,
    words,
    lengths,
  };
}

/** The words of a tree as strings, for short lists. */
export function wordsOfTree(unpacker: Unpacker, characters: readonly number[]): string[] {
  const words: string[] = [];
  const grow = (head: string, unit: number) => head + String.fromCharCode(unit);
  readWords(unpacker, characters, "", grow, (word) => words.push(word));
  return words;
}

/**
 * Reads a tree from its root on.
 *
 * @param grow makes the node behind another for the unit that follows
 * @param take is told each node at which a word ends, and the units of the word
 */
function readWords<Node>(
  { bit, number }: Unpacker,
  characters: readonly number[],
  root: Node,
  grow: (node: Node, unit: number) => Node,
  take: (node: Node, length: number) => void,
): void {
  const follow = (node: Node, length: number): void => {
    const depth = Math.min(length, DEEPEST);
    if (length > 0 && bit(ENDS + depth)) {
      take(node, length);
      if (!bit(GOES_ON + depth)) return;
    }
    const followers = number(FOLLOWERS + depth) + (length > 0 ? 1 : 0);
    let rank = -1;
    for (let index = 0; index < followers; index++) {
      rank += number(CHARACTER + depth * (MANY + 1) + (index > 0 ? 0 : Math.min(followers, MANY))) + 1;
      follow(grow(node, characters[rank]!), length + 1);
    }
  };
  follow(root, 0);
}

/** Never 0: nodes are not. */
function keyOf(node: number, unit: number): number {
  return (node << 16) | unit;
}
