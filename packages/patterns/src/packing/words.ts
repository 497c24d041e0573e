import { packedWords } from "../tables/packed-words.js";
import { alphabet } from "./alphabet.js";
import { Unpacker } from "./unpacker.js";
import { type ReadWords, WordReader } from "./word-reader.js";

/** Places deeper in a word are alike. */
const DEEPEST = 3;
/** By trial: these make the tables smallest. */
export const WEIGHTS = [2, 3] as const;

/** Context of a character by the one before it, as fits words that are put together of others. */
export function afterLast(length: number, last: number): number {
  return length > 0 ? last : -1;
}

/** The packed table of words at a place in `packedWords`: a source, and what reads its sets, each with contexts of its own. */
export function packedTable(place: number): { readonly source: Unpacker; readonly next: () => ReadWords } {
  const source = new Unpacker(packedWords.split(" ")[place]!);
  const reader = new WordReader(alphabet().units, WEIGHTS);
  let context = 0;
  return {
    source,
    next: () => {
      const first = context;
      context += DEEPEST + 1;
      return reader.read(source, (length) => first + Math.min(length, DEEPEST));
    },
  };
}
