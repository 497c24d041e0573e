import { lazily } from "../lazily.js";
import { readStrings } from "../packing/word-tree.js";
import { packedTable } from "../packing/words.js";

/** The lists of `facts/word-lists.txt`, which tells what each is, in their order there. */
export const wordLists = [
  "givenWords",
  "wordsBehindNames",
  "wordsBeforeNames",
  "compoundSurnames",
  "wordlikeCompounds",
  "tibetanWords",
  "cuesBefore",
  "sureCues",
  "cuesBehind",
  "titles",
  "numberUnits",
  "roadUnits",
  "compoundUnits",
  "placesAtHouse",
  "wordsBeforeAddress",
  "traditionalPlaces",
] as const;

const known = lazily(() => {
  const { next } = packedTable(1);
  return wordLists.map(() => readStrings(next()));
});

/** The words of a list. All are unpacked when the first is asked for. */
export function wordsOf(list: (typeof wordLists)[number]): readonly string[] {
  return known()[wordLists.indexOf(list)]!;
}

/** The words of a list as alternatives of a pattern, the longest first. */
export function alternativesOf(list: (typeof wordLists)[number]): string {
  return [...wordsOf(list)].sort((a, b) => b.length - a.length).join("|");
}
