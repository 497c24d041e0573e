/** By UTF-16 unit: 1 for characters and the first units of words, for looking up at every place of a text. */
export function unitTable(words: Iterable<string>): Uint8Array {
  const table = new Uint8Array(1 << 16);
  mark(table, words, 1);
  return table;
}

/** Sets a bit in such a table for characters and the first units of words. */
export function mark(table: Uint8Array, words: Iterable<string>, bit: number): void {
  for (const word of words) table[word.charCodeAt(0)]! |= bit;
}
