/** Bytes that are looked at four at a time: by one the look takes longer than to read them. */
export interface ByteWords {
  /** Where they begin among the bytes, up to three behind the place that was asked for. */
  readonly first: number;
  /** In the order of the machine. */
  readonly words: Uint32Array;
}

const WORD = Uint32Array.BYTES_PER_ELEMENT;
const [LOW_BITS, HIGH_BITS] = [0x01010101, 0x80808080 | 0];
const REST_BITS = ~HIGH_BITS;
/** So many words can be added up before a byte of the sum is full. */
const MOST_ADDED = 255;

/** The whole words between two places, from the first on that memory allows. */
export function wordsBetween({ buffer, byteOffset }: Uint8Array, from: number, to: number): ByteWords {
  const first = from + ((WORD - ((byteOffset + from) % WORD)) % WORD);
  if (first >= to) return { first: to, words: new Uint32Array(0) };
  return { first, words: new Uint32Array(buffer, byteOffset + first, Math.floor((to - first) / WORD)) };
}

/** A word of one byte four times. */
export function fourTimes(byte: number): number {
  return Math.imul(byte, LOW_BITS);
}

/** Whether one of four bytes is 0 (Warren, Hacker's Delight, 6-1). */
export function hasZero(word: number): boolean {
  return ((word - LOW_BITS) & ~word & HIGH_BITS) !== 0;
}

/** How often a byte stands among others. */
export function countOf(byte: number, bytes: Uint8Array): number {
  const { first, words } = wordsBetween(bytes, 0, bytes.length);
  const four = fourTimes(byte);
  let count = 0;
  for (let at = 0; at < words.length; ) {
    let sums = 0;
    for (const end = Math.min(words.length, at + MOST_ADDED); at < end; at++) {
      const word = words[at]! ^ four;
      // The highest bit of each byte that is 0, and no other (ibid.).
      sums += (~(((word & REST_BITS) + REST_BITS) | word | REST_BITS) >>> 7) & LOW_BITS;
    }
    count += (sums & 0xff) + ((sums >>> 8) & 0xff) + ((sums >>> 16) & 0xff) + (sums >>> 24);
  }
  for (let at = 0; at < first; at++) if (bytes[at] === byte) count++;
  for (let at = first + words.length * WORD; at < bytes.length; at++) if (bytes[at] === byte) count++;
  return count;
}
