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
  const byStart = new Map<string, string[]>();
  const firstUnits = new Uint8Array(0x10000);

  function forgetOldest(): void {
    const oldest = types.keys().next().value;
    if (oldest === undefined) return;
    types.delete(oldest);
    const key = oldest.slice(0, MIN_UNITS);
    const rest = byStart.get(key)!.filter((value) => value !== oldest);
    if (rest.length > 0) byStart.set(key, rest);
    else byStart.delete(key);
  }

  return {
    add(untrimmed, entityType) {
      const value = untrimmed.trim();
      if (!isSearchable(value) || types.has(value)) return;
      types.set(value, entityType);
      const key = value.slice(0, MIN_UNITS);
      const sameStart = byStart.get(key);
      if (sameStart) sameStart.push(value);
      else byStart.set(key, [value]);
      firstUnits[value.charCodeAt(0)] = 1;
      if (types.size > MAX_VALUES) forgetOldest();
    },
    find(text) {
      const matches: Match[] = [];
      for (let at = 0; at < text.length; at++) {
        if (firstUnits[text.charCodeAt(at)] === 0) continue;
        const value = longestAt(text, at, byStart.get(text.slice(at, at + MIN_UNITS)));
        if (value === undefined) continue;
        const span = { start: at, end: at + value.length };
        matches.push({ entityType: types.get(value)!, span, score: SAME_VALUE_SCORE, reason: "same value" });
        at = span.end - 1;
      }
      return matches;
    },
    values: () => types.keys(),
  };
}

function longestAt(text: string, at: number, values: readonly string[] | undefined): string | undefined {
  let longest: string | undefined;
  for (const value of values ?? []) {
    if (value.length > (longest?.length ?? 0) && text.startsWith(value, at) && isWhole(text, at, value.length))
      longest = value;
  }
  return longest;
}

function isSearchable(value: string): boolean {
  return value.length >= (/^[\x20-\x7e]*$/.test(value) ? MIN_ASCII_UNITS : MIN_UNITS);
}

/** Not a part of a longer number or Latin word: "123456" is not in "91234567". */
function isWhole(text: string, at: number, length: number): boolean {
  return (
    !(isAlnum(text, at) && isAlnum(text, at - 1)) && !(isAlnum(text, at + length - 1) && isAlnum(text, at + length))
  );
}

function isAlnum(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}
