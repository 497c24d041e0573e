import { encodeLegacy } from "./legacy-encodings.js";

/** One value in one encoding. */
interface Needle {
  readonly bytes: Uint8Array;
  /** Bytes a unit, to look at the neighbours: 1, or 2 for UTF-16. */
  readonly unit: 1 | 2;
  /** Where in a unit the byte of an ASCII character stands. */
  readonly low: 0 | 1;
  /** Whether a Latin letter or digit before or after makes it part of another word. */
  readonly wholeStart: boolean;
  readonly wholeEnd: boolean;
}

/** Values in every encoding, ready to be looked for in bytes. Holds personal data. */
export interface Needles {
  /** Length in bytes of the longest needle. */
  readonly longest: number;
  /** How many needles of at least `minBytes` stand in `haystack` between `from` and `to`; the bytes outside are neighbours. */
  count(haystack: Uint8Array, options?: { minBytes?: number; from?: number; to?: number }): number;
}

/** Needles for UTF-8, both UTF-16, GB18030 and Big5. */
export function needlesOf(values: Iterable<string>): Needles {
  const byStart = new Map<number, Needle[]>();
  const starts = new Uint8Array(0x10000);
  const known = new Set<string>();
  let longest = 0;
  for (const value of values) {
    for (const needle of encodingsOf(value)) {
      const spelled = `${needle.unit}${Buffer.from(needle.bytes).toString("latin1")}`;
      if (needle.bytes.length < MIN_NEEDLE_BYTES || known.has(spelled)) continue;
      known.add(spelled);
      const key = readKey(needle.bytes, 0);
      starts[key >>> 16] = 1;
      const sameStart = byStart.get(key);
      if (sameStart) sameStart.push(needle);
      else byStart.set(key, [needle]);
      longest = Math.max(longest, needle.bytes.length);
    }
  }
  return {
    longest,
    count(haystack, { minBytes = 0, from = 0, to = haystack.length } = {}) {
      let count = 0;
      for (let at = from; at + MIN_NEEDLE_BYTES <= to; at++) {
        if (starts[(haystack[at]! << 8) | haystack[at + 1]!] === 0) continue;
        for (const needle of byStart.get(readKey(haystack, at)) ?? []) {
          const { length } = needle.bytes;
          if (length < minBytes || at + length > to) continue;
          if (startsAt(haystack, at, needle.bytes) && isWhole(haystack, at, needle)) count++;
        }
      }
      return count;
    },
  };
}

/** Shorter ones occur by chance; every value worth searching has at least two Han characters, or six others. */
const MIN_NEEDLE_BYTES = 4;

function encodingsOf(value: string): Needle[] {
  const wholeStart = isAlnum(value.charCodeAt(0));
  const wholeEnd = isAlnum(value.charCodeAt(value.length - 1));
  const le = Buffer.from(value, "utf16le");
  const be = Buffer.from(le).swap16();
  const utf8 = Buffer.from(value, "utf8");
  // ASCII is the same bytes in all three.
  const isAscii = utf8.length === value.length;
  const single = isAscii ? [utf8] : [utf8, encodeLegacy(value, "gb18030"), encodeLegacy(value, "big5")];
  return [
    ...single.flatMap((bytes) => (bytes ? [{ bytes, unit: 1 as const, low: 0 as const, wholeStart, wholeEnd }] : [])),
    { bytes: le, unit: 2, low: 0, wholeStart, wholeEnd },
    { bytes: be, unit: 2, low: 1, wholeStart, wholeEnd },
  ];
}

function isWhole(haystack: Uint8Array, at: number, { bytes, unit, low, wholeStart, wholeEnd }: Needle): boolean {
  if (wholeStart && isAlnumUnit(haystack, at - unit, unit, low)) return false;
  return !(wholeEnd && isAlnumUnit(haystack, at + bytes.length, unit, low));
}

function isAlnumUnit(haystack: Uint8Array, at: number, unit: 1 | 2, low: 0 | 1): boolean {
  if (unit === 2 && haystack[at + 1 - low] !== 0) return false;
  return isAlnum(haystack[at + low] ?? 0);
}

function isAlnum(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function readKey(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0;
}

function startsAt(haystack: Uint8Array, at: number, needle: Uint8Array): boolean {
  if (at + needle.length > haystack.length) return false;
  for (let index = 0; index < needle.length; index++) if (haystack[at + index] !== needle[index]) return false;
  return true;
}
