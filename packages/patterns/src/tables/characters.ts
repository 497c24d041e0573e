import { alphabet } from "../packing/alphabet.js";

/** The lists of `facts/characters.txt`, which tells what each is, in their order there. */
export const characterLists = [
  "typical",
  "usual",
  "common",
  "variants",
  "notInNames",
  "surnames",
  "frequentSurnames",
  "doubtfulSurnames",
  "wordlikeSurnames",
  "transliteration",
] as const;

/** The characters of a list. All are unpacked when the first is asked for. */
export function charactersOf(list: (typeof characterLists)[number]): string {
  return alphabet().lists[characterLists.indexOf(list)]!;
}
