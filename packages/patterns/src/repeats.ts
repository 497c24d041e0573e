import type { EntityType, Span } from "./detector.js";

/** A shorter value would black out ordinary words: two Han characters are the shortest name. */
const MIN_UNITS = 2;
/** Below it, a value of digits and Latin letters occurs in unrelated numbers and words. */
const MIN_ASCII_UNITS = 6;

/** A place where a value that is known stands again. */
export interface Repeat {
  readonly entityType: EntityType;
  readonly span: Span;
}

/** Every place where one of the values stands, in order, not overlapping; the longest wins. One pass. */
export function repeatsOf(values: ReadonlyMap<string, EntityType>, text: string): Repeat[] {
  const lengths = new Map<string, Set<number>>();
  for (const value of values.keys()) {
    if (value.length < (/^[\x20-\x7e]*$/.test(value) ? MIN_ASCII_UNITS : MIN_UNITS)) continue;
    const key = value.slice(0, MIN_UNITS);
    lengths.set(key, (lengths.get(key) ?? new Set()).add(value.length));
  }
  if (lengths.size === 0) return [];
  const repeats: Repeat[] = [];
  for (let start = 0; start < text.length; start++) {
    const value = longestAt(values, lengths.get(text.slice(start, start + MIN_UNITS)), text, start);
    if (value === undefined) continue;
    const end = start + value.length;
    repeats.push({ entityType: values.get(value)!, span: { start, end } });
    start = end - 1;
  }
  return repeats;
}

function longestAt(
  values: ReadonlyMap<string, EntityType>,
  lengths: ReadonlySet<number> | undefined,
  text: string,
  start: number,
): string | undefined {
  let longest: string | undefined;
  for (const length of lengths ?? []) {
    const value = text.slice(start, start + length);
    if (length > (longest?.length ?? 0) && values.has(value)) longest = value;
  }
  return longest;
}
