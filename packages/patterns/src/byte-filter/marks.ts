/** A set of small numbers that is emptied in no time. */
export interface Marks {
  clear(): void;
  add(number: number): void;
  /** In the order in which they came, until the next change. */
  values(): Int32Array;
  /** Whether the set has these numbers, each of which is told once, and no others. */
  are(numbers: Int32Array): boolean;
  /** The same for the same numbers in any order. */
  hash(): number;
}

/** Spreads numbers over 32 bits (Knuth, The Art of Computer Programming 3, 6.4: multiplicative hashing). */
const HASH_FACTOR = 0x9e3779b1;

/** An empty set. */
export function createMarks(): Marks {
  /** By number: the round in which it was added last. */
  let rounds = new Uint32Array(1024);
  let list = new Int32Array(256);
  let [round, count, hash] = [1, 0, 0];
  return {
    clear() {
      round++;
      count = 0;
      hash = 0;
    },
    add(number) {
      if (number >= rounds.length) rounds = grown(rounds, new Uint32Array(2 * number));
      if (rounds[number] === round) return;
      rounds[number] = round;
      if (count === list.length) list = grown(list, new Int32Array(2 * count));
      list[count++] = number;
      const mixed = Math.imul(number + 1, HASH_FACTOR);
      hash = (hash + (mixed ^ (mixed >>> 15))) | 0;
    },
    values: () => list.subarray(0, count),
    are: (numbers) => numbers.length === count && numbers.every((number) => rounds[number] === round),
    hash: () => hash,
  };
}

function grown<Numbers extends Uint32Array | Int32Array>(before: Numbers, after: Numbers): Numbers {
  after.set(before);
  return after;
}
