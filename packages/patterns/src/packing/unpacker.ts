/**
 * Digits are the characters % to C and ] to ~ of ASCII but for the back quote: none of them needs an escape in a string, and those
 * that code is made of are among them, so that gzip finds for both one code that fits. A power of two of them wastes no bits.
 */
const RADIX = 64;
const ZERO = 37;
const LAST_BEFORE_GAP = 67;
const GAP = 25;
const BACK_QUOTE = 96;
/** Ranges are from this to below its product with the radix, all in 30 bits: larger numbers are slow before they are compiled. */
const LEAST_RANGE = 2 ** 24;
/** Bits of a probability, and of the share by which one moves to the outcome. */
const PROBABILITY_BITS = 15;
const RATE_BITS = 13;
const ONE = 1 << PROBABILITY_BITS;
/** The n-th outcome of a context moves its probability by 1 / (n + 1.8) of the way: few say much, the latest 255 count. */
const RATES = Array.from({ length: 256 }, (_, seen) => Math.round((1 << RATE_BITS) / (seen + 1.8)));
const CONTEXTS = 128;
/** Each context has so many for the bits of a number: its length in unary, its leading bits, the others. */
const LEADING_BITS = 16;
const OTHER_BITS = 144;
const BITS = 160;
const LEADING = 3;

/**
 * Reads a table that `scripts/packer.mjs` packed: binary arithmetic coding whose probabilities are learnt on the way (Witten,
 * Neal, Cleary: Arithmetic Coding for Data Compression, CACM 30/6, 1987). A page that loads the package should load few bytes.
 * A class, since its methods are then compiled once for all tables.
 */
export class Unpacker {
  readonly #probabilities = new Uint16Array(CONTEXTS * BITS).fill(ONE / 2);
  readonly #seen = new Uint8Array(CONTEXTS * BITS);
  readonly #packed: string;
  #at = 0;
  #code = 0;
  #range = 1;

  /** @param packed digits; past their end all are zero */
  constructor(packed: string) {
    this.#packed = packed;
  }

  /** The next bit; those of one context are alike. Contexts are whole numbers below 128. */
  bit(context: number): boolean {
    return this.#next(context * BITS);
  }

  /** The next whole number from 0 on. */
  number(context: number): number {
    const base = context * BITS;
    let length = 0;
    while (this.#next(base + length)) length++;
    let value = 1;
    for (let rest = length - 1; rest >= 0; rest--) {
      const isLeading = length - rest <= LEADING;
      const bit = this.#next(base + (isLeading ? LEADING_BITS + length * 8 + value : OTHER_BITS + rest));
      value = value * 2 + (bit ? 1 : 0);
    }
    return value - 1;
  }

  /** The next bit, true with a probability that the reader knows, as a whole number of 32,768ths from 1 to 32,767. */
  chance(probability: number): boolean {
    while (this.#range < LEAST_RANGE) {
      const digit = this.#at < this.#packed.length ? digitOf(this.#packed.charCodeAt(this.#at++)) : 0;
      this.#code = this.#code * RADIX + digit;
      this.#range *= RADIX;
    }
    const bound = (this.#range >>> PROBABILITY_BITS) * probability;
    if (this.#code < bound) {
      this.#range = bound;
      return true;
    }
    this.#code -= bound;
    this.#range -= bound;
    return false;
  }

  #next(context: number): boolean {
    const probability = this.#probabilities[context]!;
    const seen = this.#seen[context]!;
    const rate = RATES[seen]!;
    if (seen < RATES.length - 1) this.#seen[context] = seen + 1;
    const bit = this.chance(probability);
    const moved = bit ? ((ONE - probability) * rate) >> RATE_BITS : -((probability * rate) >> RATE_BITS);
    this.#probabilities[context] = probability + moved;
    return bit;
  }
}

function digitOf(unit: number): number {
  return unit - ZERO - (unit > LAST_BEFORE_GAP ? GAP : 0) - (unit > BACK_QUOTE ? 1 : 0);
}
