/** Points to a strip of the page; about two lines. */
const STRIP = 24;
/** What crosses more strips is looked for, or looked at, everywhere. */
const MAX_STRIPS = 64;

/**
 * Asks for the few of many things that are as high on the page as something else: a page full of values is asked about every
 * character of it.
 *
 * @param reachOf from where to where a thing goes, in points; it may shrink later, but must not grow
 * @returns things that may be met between two heights, among them all that are
 */
export function byStrips<T>(
  things: readonly T[],
  reachOf: (thing: T) => readonly [low: number, high: number],
): (low: number, high: number) => readonly T[] {
  const strips = new Map<number, T[]>();
  const tall = new Set<T>();
  for (const thing of things) {
    const [low, high] = reachOf(thing);
    const [first, last] = [Math.floor(low / STRIP), Math.floor(high / STRIP)];
    if (!isLow(first, last)) tall.add(thing);
    else for (let strip = first; strip <= last; strip++) strips.set(strip, [...(strips.get(strip) ?? []), thing]);
  }
  const known = new Map<number, readonly T[]>();
  return (low, high) => {
    const [first, last] = [Math.floor(low / STRIP), Math.floor(high / STRIP)];
    if (!isLow(first, last)) return things;
    const key = first * MAX_STRIPS + last - first;
    const before = known.get(key);
    if (before) return before;
    const found = new Set(tall);
    for (let strip = first; strip <= last; strip++) for (const thing of strips.get(strip) ?? []) found.add(thing);
    const asked = [...found];
    known.set(key, asked);
    return asked;
  };
}

/** False also for places that are no numbers. */
function isLow(first: number, last: number): boolean {
  return last - first < MAX_STRIPS;
}
