import type { EntityType, Match } from "@tuhei/patterns";
import { lineBreaksIn } from "./line-breaks.js";
import { type AsciiValues, createAsciiValues } from "./text/ascii-values.js";

/** Values found so far, so that every further occurrence of one is found without its label. Holds personal data: memory only. */
export interface ValueIndex {
  add(value: string, entityType: EntityType): void;
  /**
   * Every occurrence of a held value outside of `known` matches, in order of place; a longer value wins over one inside it.
   * Chinese ones are found where a line ends in them, too.
   *
   * @param known in order of place, without overlaps
   */
  find(text: string, known?: readonly Match[]): Match[];
  /** Whether an occurrence may begin between two places of bytes that are all ASCII; says so too often, never too seldom. */
  mayBegin(bytes: Uint8Array, from: number, to: number): boolean;
  /** The values themselves, for the proof that none is left. */
  values(): Iterable<string>;
}

/** Values of one generation. At most two generations are held, so that memory stays constant on exports of millions of rows. */
const GENERATION_VALUES = 20_000;
/** A shorter value would black out ordinary words. Two Han characters are the shortest name. */
const MIN_UNITS = 2;
/** Below it, a value of digits and Latin letters occurs in unrelated numbers and words. */
const MIN_ASCII_UNITS = 6;
/** Bits by which first units are told apart: a text has fewer values, and a table for all units costs more than a small file. */
const FIRST_MASK = 0xfff;
/** Units on either side of a line end that are looked at: the longest names. */
const MAX_BROKEN = 15;
/** Two characters meet by chance; a line of a paragraph is at least this long. */
const CERTAIN_UNITS = 3;
const MIN_LINE = 12;
/** Certain, because the value was already confirmed elsewhere in the document. */
const SAME_VALUE_SCORE = 0.9;

interface Generation {
  readonly types: Map<string, EntityType>;
  /** Lengths of values by their first units. */
  readonly lengths: Map<string, Set<number>>;
}

function newGeneration(): Generation {
  return { types: new Map(), lengths: new Map() };
}

/** An empty index. */
export function createValueIndex(): ValueIndex {
  let current = newGeneration();
  let older = newGeneration();
  // Made for the first value: most small files have none.
  let firstUnits: Uint8Array | undefined;
  // Made for the first question about bytes: most texts are decoded.
  let inAscii: AsciiValues | undefined;

  /** That ends within the limit. */
  function longestAt(text: string, at: number, limit: number): string | undefined {
    let longest: string | undefined;
    const key = text.slice(at, at + MIN_UNITS);
    for (const { types, lengths } of [current, older]) {
      for (const length of lengths.get(key) ?? []) {
        if (length <= (longest?.length ?? 0) || at + length > limit) continue;
        const value = text.slice(at, at + length);
        if (types.has(value) && isWhole(text, at, length)) longest = value;
      }
    }
    return longest;
  }

  function findBetween(text: string, from: number, to: number, matches: Match[], firsts: Uint8Array): void {
    let previous = text.charCodeAt(from - 1);
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      const isInWord = isAlnumUnit(unit) && isAlnumUnit(previous);
      previous = unit;
      if (isInWord || firsts[unit & FIRST_MASK] === 0) continue;
      const value = longestAt(text, at, to);
      if (value === undefined) continue;
      const span = { start: at, end: at + value.length };
      const entityType = (current.types.get(value) ?? older.types.get(value))!;
      matches.push({ entityType, span, score: SAME_VALUE_SCORE, reason: "same value" });
      at = span.end - 1;
      previous = text.charCodeAt(at);
    }
  }

  /** Values that a paragraph breaks, for its line ends are no part of what it says; where a part is taken, the other. */
  function findBroken(text: string, firsts: Uint8Array, taken: readonly Match[]): Match[] {
    return lineBreaksIn(text).flatMap(({ end, start, length }) => {
      const head = text.slice(Math.max(0, end - Math.min(MAX_BROKEN, length)), end);
      const both = head + text.slice(start, start + MAX_BROKEN);
      for (let at = 0; at < head.length; at++) {
        if (firsts[both.charCodeAt(at) & FIRST_MASK] === 0) continue;
        const value = longestAt(both, at, both.length);
        const rest = value === undefined ? 0 : at + value.length - head.length;
        if (rest <= 0 || (value!.length < CERTAIN_UNITS && length < MIN_LINE)) continue;
        const entityType = (current.types.get(value!) ?? older.types.get(value!))!;
        const [first, second] = [
          { start: end - head.length + at, end },
          { start, end: start + rest },
        ];
        const free = [first, second].filter((span) => isFree(span, taken));
        const spans = free.length === 2 ? [{ start: first.start, end: second.end }] : free;
        return spans.map((span) => ({ entityType, span, score: SAME_VALUE_SCORE, reason: "same value" }));
      }
      return [];
    });
  }

  const held = () => new Set([...older.types.keys(), ...current.types.keys()]);

  return {
    mayBegin(bytes, from, to) {
      if (!inAscii) {
        inAscii = createAsciiValues();
        for (const value of held()) inAscii.add(value);
      }
      return inAscii.mayBegin(bytes, from, to);
    },
    add(untrimmed, entityType) {
      const found = untrimmed.trim();
      if (!isSearchable(found) || current.types.has(found)) return;
      if (current.types.size >= GENERATION_VALUES) [older, current] = [current, newGeneration()];
      const value = detached(found);
      current.types.set(value, entityType);
      const key = value.slice(0, MIN_UNITS);
      current.lengths.set(key, (current.lengths.get(key) ?? new Set()).add(value.length));
      firstUnits ??= new Uint8Array(FIRST_MASK + 1);
      firstUnits[value.charCodeAt(0) & FIRST_MASK] = 1;
      inAscii?.add(value);
    },
    find(text, known = []) {
      const matches: Match[] = [];
      if (!firstUnits) return matches;
      let from = 0;
      for (const { span } of known) {
        findBetween(text, from, span.start, matches, firstUnits);
        from = span.end;
      }
      findBetween(text, from, text.length, matches, firstUnits);
      const broken = findBroken(text, firstUnits, [...known, ...matches]);
      return broken.length === 0 ? matches : [...matches, ...broken].sort((a, b) => a.span.start - b.span.start);
    },
    values: held,
  };
}

function isFree({ start, end }: Match["span"], matches: readonly Match[]): boolean {
  return matches.every(({ span }) => span.end <= start || span.start >= end);
}

/** Shorter strings are copies whichever way they are cut (V8, SlicedString::kMinLength). */
const MIN_SLICE_UNITS = 13;

/** A copy: a slice would keep the whole text it was cut from in memory. */
function detached(value: string): string {
  if (value.length < MIN_SLICE_UNITS) return value;
  // What is put together is copied before it is cut, and the slice keeps that copy only.
  return ` ${value}`.slice(1);
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
