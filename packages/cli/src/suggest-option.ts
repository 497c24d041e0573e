/** Changes beyond which a word is another word. */
const MOST_CHANGES = 2;

/** The option that was probably meant by the first one that there is not; undefined where all exist or none is near. */
export function suggestOption(args: readonly string[], options: readonly string[]): string | undefined {
  const known = new Set(options);
  const asked = args.flatMap((arg) => /^--(?:no-)?([^=]+)/.exec(arg)?.[1] ?? []).find((name) => !known.has(name));
  if (asked === undefined) return undefined;
  const near = options
    .filter((option) => option.length > 1)
    .map((option) => ({ option, changes: changesBetween(asked, option) }))
    .sort((a, b) => a.changes - b.changes)[0];
  return near && near.changes <= MOST_CHANGES ? near.option : undefined;
}

/** How many characters are to be put in, taken away or replaced (Levenshtein 1966). */
function changesBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++)
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1));
    row = next;
  }
  return row[to.length]!;
}
