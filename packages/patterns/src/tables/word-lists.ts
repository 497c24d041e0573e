import { readStrings } from "../packing/word-tree.js";
import { packedTable } from "../packing/words.js";

/** The lists of `facts/word-lists.txt`, which tells what each is, in their order there. */
export const wordLists = {
  givenWords: 0,
  wordsBehindNames: 1,
  wordsBeforeNames: 2,
  compoundSurnames: 3,
  cuesBefore: 4,
  sureCues: 5,
  cuesBehind: 6,
  numberUnits: 7,
  roadUnits: 8,
  compoundUnits: 9,
  placesAtHouse: 10,
  wordsBeforeAddress: 11,
  traditionalPlaces: 12,
} as const;

let known: readonly (readonly string[])[] | undefined;

/** The words of a list. All are unpacked when the first is asked for. */
export function wordsOf(list: keyof typeof wordLists): readonly string[] {
  known ??= unpacked();
  return known[wordLists[list]]!;
}

function unpacked(): string[][] {
  const lists = Object.keys(wordLists);
  const { next } = packedTable(1);
  return lists.map(() => readStrings(next()));
}
