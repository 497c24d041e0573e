/** How two readers of one page differ in what they read, wherever it stands. */
export interface Dispute {
  /** Characters that only the second one has. */
  readonly disputed: number;
  /** Characters that the second one has. */
  readonly total: number;
}

/** Compares by the number of each character: order, spaces and what is written in compatible forms do not matter. */
export function disputeBetween(first: string, second: string): Dispute {
  const left = new Map<string, number>();
  for (const character of compact(first)) left.set(character, (left.get(character) ?? 0) + 1);
  let [disputed, total] = [0, 0];
  for (const character of compact(second)) {
    total++;
    const rest = left.get(character) ?? 0;
    if (rest === 0) disputed++;
    else left.set(character, rest - 1);
  }
  return { disputed, total };
}

/** A text as it is compared: in one form, without anything blank. */
export function compact(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}

/** The same with the ends of its lines and cells, across which no value is known to go. */
export function compactLines(text: string): string {
  return text.normalize("NFKC").replace(/[^\S\n\t]+/gu, "");
}
