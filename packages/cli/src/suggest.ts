/** Changes beyond which a word is another word. */
const MOST_CHANGES = 2;

/** The word of a list that was probably meant; undefined where none is near. */
export function nearest(asked: string, words: readonly string[]): string | undefined {
  const near = words
    .filter((word) => word.length > 1)
    .map((word) => ({ word, changes: changesBetween(asked, word) }))
    .sort((a, b) => a.changes - b.changes)[0];
  return near && near.changes <= Math.min(MOST_CHANGES, asked.length - 1) ? near.word : undefined;
}

/** The option that was probably meant by the first one that there is not; undefined where all exist or none is near. */
export function suggestOption(args: readonly string[], options: readonly string[]): string | undefined {
  const known = new Set(options);
  const asked = args.flatMap((arg) => /^--(?:no-)?([^=]+)/.exec(arg)?.[1] ?? []).find((name) => !known.has(name));
  const near = asked === undefined ? undefined : nearest(asked, options);
  return near === undefined ? undefined : `--${near}`;
}

/** The value that was probably meant by the first one that its option does not take; undefined where none is near. */
export function suggestChoice(
  given: Readonly<Record<string, unknown>>,
  choices: Readonly<Record<string, readonly string[]>>,
): string | undefined {
  for (const [option, words] of Object.entries(choices)) {
    const wrong = [given[option]].flat().find((value) => typeof value === "string" && !words.includes(value));
    if (wrong !== undefined) return nearest(wrong as string, words);
  }
  return undefined;
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
