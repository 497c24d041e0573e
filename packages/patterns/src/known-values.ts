import type { EntityType, Match, Span } from "./detector.js";
import { nameScore, POSSIBLE_NAME } from "./names/name-score.js";

/** Values found so far, so that every further occurrence of one is found without its label. Holds personal data: memory only. */
export interface KnownValues {
  /** Holds a value, and of a name in two scripts (李明 LI/MING) each by itself: it may stand alone elsewhere. */
  add(value: string, entityType: EntityType): void;
  /**
   * Every occurrence of a held value outside of `known` matches, in order of place; a longer value wins over one inside it,
   * and where a part is known, the rest is told. Chinese ones are found where a line ends in them, too.
   *
   * @param known in order of place, without overlaps
   */
  find(text: string, known?: readonly Match[]): Match[];
  /** The values themselves, for the proof that none is left. */
  values(): Iterable<string>;
}

/**
 * Whether a value is to be looked for elsewhere. Not a name that only its label says is one (name: 属性), nor one of two
 * characters that are a word (客人|房间|电话): it would be found all over the document.
 */
export function isWorthKnowing(value: string, { entityType, reason }: Pick<Match, "entityType" | "reason">): boolean {
  if (entityType !== "name") return true;
  const score = TWO_HAN.test(value) ? nameScore(value) : POSSIBLE_NAME;
  return reason !== "label" && (score >= POSSIBLE_NAME || !Number.isFinite(score));
}

const TWO_HAN = /^\p{Script=Han}{2}$/u;

/** Half of them, those that were added last, are kept when there would be more, so that memory stays constant on exports of millions of rows. */
const MAX_VALUES = 40_000;
/** A shorter value would black out ordinary words. Two Han characters are the shortest name. */
const MIN_UNITS = 2;
/** Below it, a value of digits and Latin letters occurs in unrelated numbers and words. */
const MIN_ASCII_UNITS = 6;
/** Bits by which first units are told apart: a text has fewer values, and a table for all units costs more than a small file. */
const FIRST_MASK = 0xfff;
/** A line end between two Chinese characters with the blanks around it: a paragraph may have put it into a word. */
const LINE_BREAK = /\n(?<=\p{Script=Han}([ \t\r\u3000]*)\n)[ \t\r\u3000]*(?=\p{Script=Han})/gu;
/** Two characters meet by chance where a line ends; a line of a paragraph is at least this long. */
const CERTAIN_UNITS = 3;
const MIN_LINE = 12;
/** Certain, because the value was already confirmed elsewhere in the document. */
const SAME_VALUE_SCORE = 0.9;

/**
 * Holds nothing yet.
 *
 * @param onHeld told each value that is searched for from now on
 */
export function createKnownValues(onHeld?: (value: string) => void): KnownValues {
  const types = new Map<string, EntityType>();
  /** Lengths of values by their first units. */
  const lengths = new Map<string, Set<number>>();
  // Made for the first value: most small files have none.
  let firstUnits: Uint8Array | undefined;

  function longestAt(text: string, at: number): string | undefined {
    let longest: string | undefined;
    for (const length of lengths.get(text.slice(at, at + MIN_UNITS)) ?? []) {
      const value = text.slice(at, at + length);
      if (length > (longest?.length ?? 0) && types.has(value) && !isInWord(text, at + length)) longest = value;
    }
    return longest;
  }

  function hold(value: string, entityType: EntityType): void {
    types.set(value, entityType);
    const key = value.slice(0, MIN_UNITS);
    lengths.set(key, (lengths.get(key) ?? new Set()).add(value.length));
    firstUnits ??= new Uint8Array(FIRST_MASK + 1);
    firstUnits[value.charCodeAt(0) & FIRST_MASK] = 1;
  }

  function forgetHalf(): void {
    const kept = [...types].slice(MAX_VALUES / 2);
    types.clear();
    lengths.clear();
    for (const [value, entityType] of kept) hold(value, entityType);
  }

  return {
    add(value, entityType) {
      const parts = entityType === "name" ? /^(\p{Script=Han}{2,})\s*([A-Z]{2,}\/[A-Z]+)$/u.exec(value) : null;
      for (const part of parts ?? [value]) {
        const found = detached(part.trim());
        if (!isSearchable(found)) continue;
        // What is said again is kept longest.
        if (!types.delete(found)) onHeld?.(found);
        hold(found, entityType);
        if (types.size > MAX_VALUES) forgetHalf();
      }
    },
    find(text, known = []) {
      const matches: Match[] = [];
      if (!firstUnits) return matches;
      const { joined, placeOf } = withoutBreaks(text);
      let next = 0;
      for (let at = 0; at < joined.length; at++) {
        if (firstUnits[joined.charCodeAt(at) & FIRST_MASK] === 0 || isInWord(joined, at)) continue;
        const value = longestAt(joined, at);
        if (value === undefined) continue;
        const start = placeOf(at);
        const end = placeOf(at + value.length - 1) + 1;
        const isBroken = end - start > value.length;
        if (isBroken && value.length < CERTAIN_UNITS && start - text.lastIndexOf("\n", start) < MIN_LINE) continue;
        while (next < known.length && known[next]!.span.end <= start) next++;
        // 李白|居易: a value does not begin within what is known, but where a line end parts them.
        if (!isBroken && (known[next]?.span.start ?? start) < start) continue;
        at += value.length - 1;
        const entityType = types.get(value)!;
        for (const span of freeParts(text, { start, end }, known, next))
          if (isBroken || span.end - span.start >= MIN_UNITS)
            matches.push({ entityType, span, score: SAME_VALUE_SCORE, reason: "same value" });
      }
      return matches;
    },
    values: () => types.keys(),
  };
}

/** A text whose line breaks within words are left out, and where a place of it stands in the text; asked for in order. */
function withoutBreaks(text: string): { joined: string; placeOf: (at: number) => number } {
  const breaks: { at: number; units: number }[] = [];
  let [joined, from] = ["", 0];
  for (const { 0: after, 1: before, index } of text.matchAll(LINE_BREAK)) {
    joined += text.slice(from, index - before!.length);
    from = index + after.length;
    breaks.push({ at: joined.length, units: from - joined.length });
  }
  let [next, units] = [0, 0];
  const placeOf = (at: number) => {
    while (next < breaks.length && breaks[next]!.at <= at) units = breaks[next++]!.units;
    return at + units;
  };
  return { joined: joined + text.slice(from), placeOf };
}

/** What no match covers of a span, without blanks at the ends; matches in order, from a place in the list on. */
function freeParts(text: string, { start, end }: Span, matches: readonly Match[], first: number): Span[] {
  const parts: Span[] = [];
  for (let [from, index] = [start, first]; from < end; index++) {
    const taken = matches[index]?.span ?? { start: end, end };
    const part = text.slice(from, Math.min(end, taken.start));
    const [before, after] = [part.trimStart(), part.trimEnd()];
    if (after) parts.push({ start: from + part.length - before.length, end: from + after.length });
    from = taken.end;
  }
  return parts;
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

/** Whether a place is amid a number or Latin word: "123456" is not in "91234567". */
function isInWord(text: string, at: number): boolean {
  return isAlnumUnit(text.charCodeAt(at)) && isAlnumUnit(text.charCodeAt(at - 1));
}

/** A Latin letter or digit; not past either end of the text, where `charCodeAt` is NaN. */
function isAlnumUnit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || ((unit | 32) >= 97 && (unit | 32) <= 122);
}
