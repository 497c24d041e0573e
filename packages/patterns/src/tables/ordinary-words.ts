import { readTree, type WordTree } from "../packing/word-tree.js";
import { packedTable } from "../packing/words.js";

let words: WordTree | undefined;

/**
 * Whether two UTF-16 units are one of the ordinary words that could be a surname and a given name
 * (`facts/ordinary-words.txt`). Such a "name" is believed only where a label or a title says so. Unpacked at first use.
 */
export function isOrdinaryWord(first: number, second: number): boolean {
  words ??= readTree(packedTable(2).next());
  const node = words.first(first);
  return node !== 0 && words.words[words.after(node, second)] !== 0;
}
