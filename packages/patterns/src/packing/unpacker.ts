/**
 * Reads a table that `scripts/packer.mjs` packed: binary arithmetic coding whose probabilities are learnt on the way (Witten,
 * Neal, Cleary: Arithmetic Coding for Data Compression, CACM 30/6, 1987). A page that loads the package should load few bytes.
 */
export interface Unpacker {
  /** The next bit; those of one context are alike. Contexts are whole numbers below 128. */
  readonly bit: (context: number) => boolean;
  /** The next whole number from 0 on. */
  readonly number: (context: number) => number;
}

/** Digits are the characters # to [ of ASCII: none of them needs an escape in a string. */
const RADIX = 57;
const ZERO = 35;
/** Ranges are from this to below its product with the radix, all in 30 bits: larger numbers are slow before they are compiled. */
const LEAST_RANGE = RADIX ** 4;
/** Bits of a probability, and of the share by which one moves to the outcome. */
const [PROBABILITY_BITS, RATE_BITS] = [15, 13];
const ONE = 1 << PROBABILITY_BITS;
/** The n-th outcome of a context moves its probability by 1 / (n + 1.8) of the way: few say much, the latest 255 count. */
const RATES = Array.from({ length: 256 }, (_, seen) => Math.round((1 << RATE_BITS) / (seen + 1.8)));
const CONTEXTS = 128;
/** Each context has so many for the bits of a number: its length in unary, its leading bits, the others. */
const [LEADING_BITS, OTHER_BITS, BITS] = [16, 144, 160];
const LEADING = 3;

/** @param packed digits; past their end all are zero */
export function unpacker(packed: string): Unpacker {
  const probabilities = new Uint16Array(CONTEXTS * BITS).fill(ONE / 2);
  const seen = new Uint8Array(CONTEXTS * BITS);
  let at = 0;
  let code = 0;
  let range = 1;

  const next = (context: number): boolean => {
    while (range < LEAST_RANGE) {
      code = code * RADIX + (at < packed.length ? packed.charCodeAt(at++) - ZERO : 0);
      range *= RADIX;
    }
    const probability = probabilities[context]!;
    const rate = RATES[seen[context]!]!;
    const bound = (range >>> PROBABILITY_BITS) * probability;
    if (seen[context]! < RATES.length - 1) seen[context]!++;
    if (code < bound) {
      range = bound;
      probabilities[context] = probability + (((ONE - probability) * rate) >> RATE_BITS);
      return true;
    }
    code -= bound;
    range -= bound;
    probabilities[context] = probability - ((probability * rate) >> RATE_BITS);
    return false;
  };

  const number = (context: number): number => {
    const base = context * BITS;
    let length = 0;
    while (next(base + length)) length++;
    let value = 1;
    for (let rest = length - 1; rest >= 0; rest--) {
      const isLeading = length - rest <= LEADING;
      const bit = next(base + (isLeading ? LEADING_BITS + length * 8 + value : OTHER_BITS + rest));
      value = value * 2 + (bit ? 1 : 0);
    }
    return value - 1;
  };

  return { bit: (context) => next(context * BITS), number };
}
