import { readTree, type WordTree } from "../packing/word-tree.js";
import { packedTable } from "../packing/words.js";

/** What units a name is borne with; bits. The units of one kind change over the years: 昌平县 is 昌平区 today. */
export const unitKind = { none: 1, province: 2, city: 4, county: 8 } as const;

/** The places of the table: names without their units, and the {@link unitKind} of each in the order of the names. */
export interface PackedPlaces {
  readonly stems: WordTree;
  readonly kinds: readonly number[];
}

/** Contexts: the kinds of a name by its length; which kinds there are together. */
const LONGEST = 3;
const KINDS = 4;

/**
 * Names of provinces, prefectures and counties of GB/T 2260-2007, present and past (1980 on), simplified, without their units:
 * `facts/places.txt`, which names the sources. Of one character only counties are there, not 城区 and 郊区.
 */
export function unpackPlaces(): PackedPlaces {
  const { source, next } = packedTable(3);
  const known = Array.from({ length: source.number(KINDS) }, () => source.number(KINDS));
  const stems = readTree(next());
  return { stems, kinds: stems.lengths.map((length) => known[source.number(Math.min(length, LONGEST))]!) };
}
