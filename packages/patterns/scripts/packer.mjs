/**
 * Writes what `src/packing/unpacker.ts` reads, which has the reasons; the two must agree bit by bit, and a test holds them to it.
 *
 * @returns {{
 *   bit: (context: number, value: boolean) => void,
 *   number: (context: number, value: number) => void,
 *   chance: (probability: number, value: boolean) => void,
 *   packed: () => string,
 * }}
 */
export function packer() {
  const states = new Map();
  // The text so far, as one whole number in the radix, and how much room is left above it.
  let [total, digits, range] = [0n, 0, 1];

  const encode = (probability, bit) => {
    while (range < LEAST_RANGE) {
      total *= BigInt(RADIX);
      range *= RADIX;
      digits++;
    }
    const bound = (range >>> PROBABILITY_BITS) * probability;
    if (!bit) total += BigInt(bound);
    range = bit ? bound : range - bound;
  };

  const put = (context, bit) => {
    const { probability, seen } = states.get(context) ?? { probability: ONE / 2, seen: 0 };
    const rate = Math.round((1 << RATE_BITS) / (seen + 1.8));
    encode(probability, bit);
    const moved = bit
      ? probability + (((ONE - probability) * rate) >> RATE_BITS)
      : probability - ((probability * rate) >> RATE_BITS);
    states.set(context, { probability: moved, seen: Math.min(seen + 1, MOST_SEEN) });
  };

  const number = (context, value) => {
    const base = context * BITS;
    const written = value + 1;
    const length = 31 - Math.clz32(written);
    for (let bit = 0; bit < length; bit++) put(base + bit, true);
    put(base + length, false);
    for (let rest = length - 1; rest >= 0; rest--) {
      const isLeading = length - rest <= LEADING;
      const place = isLeading ? LEADING_BITS + length * 8 + (written >> (rest + 1)) : OTHER_BITS + rest;
      put(base + place, ((written >> rest) & 1) === 1);
    }
  };

  /** The number within the room that ends in the most zeros, which need not be written. */
  const packed = () => {
    let step = 1n;
    const top = total + BigInt(range) - 1n;
    while (top - (top % (step * BigInt(RADIX))) >= total) step *= BigInt(RADIX);
    const text = [];
    let rest = top - (top % step);
    for (let digit = 0; digit < digits; digit++) {
      text.push(DIGITS[Number(rest % BigInt(RADIX))]);
      rest /= BigInt(RADIX);
    }
    return text.reverse().join("").replace(/%+$/, "");
  };

  return { bit: (context, value) => put(context * BITS, value), number, chance: encode, packed };
}

const DIGITS = "%&'()*+,-./0123456789:;<=>?@ABC]^_abcdefghijklmnopqrstuvwxyz{|}~";
const RADIX = DIGITS.length;
const LEAST_RANGE = RADIX ** 4;
const [PROBABILITY_BITS, RATE_BITS] = [15, 13];
const ONE = 1 << PROBABILITY_BITS;
const MOST_SEEN = 255;
const [LEADING_BITS, OTHER_BITS, BITS] = [16, 144, 160];
const LEADING = 3;
