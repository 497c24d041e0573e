/** The tables of `tables/packed-words.ts` and `tables/packed-numbers.ts`, in their order there. */
const SECTIONS = { alphabet: 0, wordLists: 1, ordinaryWords: 2, places: 3, regions: 0, cards: 1 } as const;

/** One of the tables that stand in one string. */
export function section(packed: string, name: keyof typeof SECTIONS): string {
  return packed.split(" ")[SECTIONS[name]]!;
}
