import type { Unpacker } from "./unpacker.js";

/**
 * Reads a set of words as a tree, from its root on.
 *
 * @param grow makes the node behind another for the UTF-16 unit that follows
 * @param take is told each node at which a word ends, and the units of the word
 */
export type ReadWords = <Node>(
  root: Node,
  grow: (node: Node, unit: number) => Node,
  take: (node: Node, length: number) => void,
) => void;

/** What is asked of a table of words. */
export type Source = Pick<Unpacker, "number" | "chance">;

/** What one set is read with. */
interface Reading<Node> {
  readonly source: Source;
  readonly contextOf: (length: number, last: number) => number;
  readonly grow: (node: Node, unit: number) => Node;
  readonly take: (node: Node, length: number) => void;
}

/** What speaks for a node in all is counted in so many parts of a word; shares of it are told in so many bits. */
const ONE_WORD = 16;
const LIKELY_BITS = 10;
const ONE_LIKELY = 1 << LIKELY_BITS;
/** As `Unpacker` takes them. */
const PROBABILITIES = 1 << 15;

/** Context of how many words a set has. */
const COUNT = 0;

/**
 * Reads sets of words that are made of the characters of one alphabet.
 *
 * Words of a set have no order, and none is paid for: at each character it is told how many of the words that are left have a
 * character of the first half of the alphabet, and so on in each half (Steinruecken: Compressing Sets and Multisets of
 * Sequences, IEEE Transactions on Information Theory 61/3, 2015). What is likely is learnt from the words before: those of the
 * same context, and, as far as they are few, all. A class, since its methods are then compiled once for all tables.
 */
export class WordReader {
  readonly #characters: readonly number[];
  readonly #ofContext: number;
  /** Halves of halves: node 1 is the alphabet, 2n and 2n + 1 are the halves of n, and single characters begin here. */
  readonly #half: number;
  /** How many words went through each node; behind these how many ended or went on, alone or not. The same by context. */
  readonly #inAll: Int32Array;
  readonly #byContext = new Map<number, Int32Array>();

  /**
   * @param characters the alphabet, as UTF-16 units
   * @param weights how many words what all taught counts for in a context, and that all are alike for all
   */
  constructor(characters: readonly number[], [ofContext, ofAll]: readonly [number, number]) {
    const half = 2 ** Math.ceil(Math.log2(characters.length));
    this.#characters = characters;
    this.#ofContext = ofContext;
    this.#half = half;
    this.#inAll = new Int32Array(2 * half + 4).fill((ofAll * ONE_WORD) / 2).fill(0, half + characters.length, 2 * half);
    for (let node = half - 1; node > 0; node--) this.#inAll[node] = this.#inAll[2 * node]!;
  }

  /** @param contextOf the context of what stands behind so many characters, the last of which is told by its rank */
  read(source: Source, contextOf: (length: number, last: number) => number): ReadWords {
    return (root, grow, take) => this.#follow({ source, contextOf, grow, take }, root, 0, 0, source.number(COUNT));
  }

  #follow<Node>(reading: Reading<Node>, node: Node, length: number, last: number, words: number): void {
    const context = reading.contextOf(length, last);
    const inContext = this.#byContext.get(context) ?? new Int32Array(this.#inAll.length);
    this.#byContext.set(context, inContext);
    let left = words;
    if (length > 0 && this.#share(reading.source, 2 * this.#half + (words > 1 ? 2 : 0), inContext, 1) === 1) {
      reading.take(node, length);
      left--;
    }
    if (left > 0) this.#part(reading, node, length, inContext, 1, left);
  }

  #part<Node>(
    reading: Reading<Node>,
    node: Node,
    length: number,
    inContext: Int32Array,
    from: number,
    words: number,
  ): void {
    let at = from;
    while (at < this.#half) {
      at *= 2;
      if (this.#inAll[at + 1] === 0) continue;
      const inFirst = this.#share(reading.source, at, inContext, words);
      if (inFirst === 0) at++;
      else if (inFirst < words) {
        this.#part(reading, node, length, inContext, at, inFirst);
        this.#part(reading, node, length, inContext, at + 1, words - inFirst);
        return;
      }
    }
    const rank = at - this.#half;
    this.#follow(reading, reading.grow(node, this.#characters[rank]!), length + 1, rank, words);
  }

  /** How many of some words are in the first of two neighbours, learnt at once. */
  #share(source: Source, place: number, inContext: Int32Array, words: number): number {
    const inAll = this.#inAll;
    const likely = ((inAll[place]! << LIKELY_BITS) / (inAll[place]! + inAll[place + 1]!)) | 0;
    const first = (inContext[place]! << LIKELY_BITS) + this.#ofContext * likely;
    const all = ((inContext[place]! + inContext[place + 1]!) << LIKELY_BITS) + this.#ofContext * ONE_LIKELY;
    let inFirst = 0;
    if (words > 1) inFirst = shared(source, words, first / ONE_LIKELY, (all - first) / ONE_LIKELY);
    else if (source.chance(probabilityOf(first, all))) inFirst = 1;
    inAll[place]! += inFirst * ONE_WORD;
    inAll[place + 1]! += (words - inFirst) * ONE_WORD;
    inContext[place]! += inFirst;
    inContext[place + 1]! += words - inFirst;
    return inFirst;
  }
}

/** How many of some words are in the first part, when `first` and `second` words speak for each: a beta-binomial distribution. */
function shared(source: Source, words: number, first: number, second: number): number {
  // Sums of the weights of each number from 0 to another.
  const sums = [0, 1];
  let weight = 1;
  for (let one = 0; one < words; one++) {
    weight *= ((words - one) * (first + one)) / ((one + 1) * (second + words - one - 1));
    sums.push(sums[one + 1]! + weight);
  }
  let [low, high] = [0, words];
  while (low < high) {
    const middle = (low + high) >> 1;
    const all = sums[high + 1]! - sums[low]!;
    const isLower = source.chance(all > 0 ? probabilityOf(sums[middle + 1]! - sums[low]!, all) : PROBABILITIES / 2);
    if (isLower) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Never 0 or 1: what is unlikely stays possible. */
function probabilityOf(part: number, all: number): number {
  return 1 + (((part / all) * (PROBABILITIES - 2)) | 0);
}
