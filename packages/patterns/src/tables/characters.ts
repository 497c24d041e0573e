import { alphabet } from "../packing/alphabet.js";

/** The lists of `facts/characters.txt`, which tells what each is, in their order there. */
export const characterLists = {
  typical: 0,
  usual: 1,
  common: 2,
  variants: 3,
  notInNames: 4,
  surnames: 5,
  frequentSurnames: 6,
  doubtfulSurnames: 7,
  wordlikeSurnames: 8,
  transliteration: 9,
} as const;

/** The characters of a list. All are unpacked when the first is asked for. */
export function charactersOf(list: keyof typeof characterLists): string {
  return alphabet().lists[characterLists[list]]!;
}
