import type { EntityType, Match } from "@tuhei/patterns";

/** Values found so far, so that every further occurrence of one is found without its label. Holds personal data: memory only. */
export interface ValueIndex {
  add(value: string, entityType: EntityType): void;
  /** Every occurrence of a held value, in order of place; a longer value wins over one inside it. */
  find(text: string): Match[];
  /** The values themselves, for the proof that none is left. */
  values(): Iterable<string>;
}

/** Held values; beyond it the oldest are forgotten, so that memory stays constant on exports of millions of rows. */
const MAX_VALUES = 100_000;
/** A shorter value would black out ordinary words. Two Han characters are the shortest name. */
const MIN_UNITS = 2;
/** Below it, a value of digits and Latin letters occurs in unrelated numbers and words. */
const MIN_ASCII_UNITS = 6;
/** Certain, because the value was already confirmed elsewhere in the document. */
const SAME_VALUE_SCORE = 0.9;

/** An empty index. */
export function createValueIndex(): ValueIndex {
  const types = new Map<string, EntityType>();
  /** By the first units of values: how many values there are of each length. */
  const lengths = new Map<string, Map<number, number>>();
  const firstUnits = new Uint8Array(0x10000);

  function forgetOldest(): void {
    const oldest = types.keys().next().value;
    if (oldest === undefined) return;
    types.delete(oldest);
    const key = oldest.slice(0, MIN_UNITS);
    const counts = lengths.get(key)!;
    const count = counts.get(oldest.length)! - 1;
    if (count > 0) counts.set(oldest.length, count);
    else counts.delete(oldest.length);
    if (counts.size === 0) lengths.delete(key);
  }

  function longestAt(text: string, at: number): string | undefined {
    let longest: string | undefined;
    for (const length of lengths.get(text.slice(at, at + MIN_UNITS))?.keys() ?? []) {
      if (length <= (longest?.length ?? 0)) continue;
      const value = text.slice(at, at + length);
      if (types.has(value) && isWhole(text, at, length)) longest = value;
    }
    return longest;
  }

  return {
    add(untrimmed, entityType) {
      const found = untrimmed.trim();
      if (!isSearchable(found) || types.has(found)) return;
      const value = detached(found);
      types.set(value, entityType);
      const key = value.slice(0, MIN_UNITS);
      const counts = lengths.get(key) ?? new Map<number, number>();
      lengths.set(key, counts.set(value.length, (counts.get(value.length) ?? 0) + 1));
      firstUnits[value.charCodeAt(0)] = 1;
      if (types.size > MAX_VALUES) forgetOldest();
    },
    find(text) {
      const matches: Match[] = [];
      let previous = Number.NaN;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const isInWord = isAlnumUnit(unit) && isAlnumUnit(previous);
        previous = unit;
        if (isInWord || firstUnits[unit] === 0) continue;
        const value = longestAt(text, at);
        if (value === undefined) continue;
        const span = { start: at, end: at + value.length };
        matches.push({ entityType: types.get(value)!, span, score: SAME_VALUE_SCORE, reason: "same value" });
        at = span.end - 1;
        previous = text.charCodeAt(at);
      }
      return matches;
    },
    values: () => types.keys(),
  };
}

/** A copy: a slice would keep the whole text it was cut from in memory. */
function detached(value: string): string {
  return Buffer.from(value, "utf16le").toString("utf16le");
}

function isSearchable(value: string): boolean {
  return value.length >= (/^[\x20-\x7e]*$/.test(value) ? MIN_ASCII_UNITS : MIN_UNITS);
}

/** Not a part of a longer number or Latin word: "123456" is not in "91234567". */
function isWhole(text: string, at: number, length: number): boolean {
  const [before, first] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  const [last, after] = [text.charCodeAt(at + length - 1), text.charCodeAt(at + length)];
  return !(isAlnumUnit(before) && isAlnumUnit(first)) && !(isAlnumUnit(last) && isAlnumUnit(after));
}

/** A Latin letter or digit; not past either end of the text, where `charCodeAt` is NaN. */
function isAlnumUnit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}
