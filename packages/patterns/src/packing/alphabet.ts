import { packedWords } from "../tables/packed-words.js";
import { Unpacker } from "./unpacker.js";

/** The characters of the packed tables. */
export interface Alphabet {
  /** As UTF-16 units: those of the same lists together, for they are in words alike. */
  readonly units: readonly number[];
  /** By the place of a list in `facts/characters.txt`: the characters in it. */
  readonly lists: readonly string[];
}

/** Contexts: how many sets of lists or characters, which sets; steps between characters, the set of each. */
const COUNT = 0;
const SET = 1;
const STEP = 2;
const LISTS = 3;

let known: Alphabet | undefined;

/** The characters of all packed words and lists, `facts/characters.txt` among them. Unpacked at first use. */
export function alphabet(): Alphabet {
  known ??= unpacked();
  return known;
}

function unpacked(): Alphabet {
  const source = new Unpacker(packedWords.split(" ")[0]!);
  const sets = Array.from({ length: source.number(COUNT) }, () => source.number(SET));
  const characters: { readonly unit: number; readonly set: number }[] = [];
  const lists: string[] = [];
  let unit = 0;
  for (let count = source.number(COUNT); count > 0; count--) {
    unit += source.number(STEP);
    const set = sets[source.number(LISTS)]!;
    characters.push({ unit, set });
    for (let list = 0; set >> list > 0; list++)
      if ((set >> list) & 1) lists[list] = (lists[list] ?? "") + String.fromCharCode(unit);
  }
  return { units: characters.sort((a, b) => a.set - b.set).map((one) => one.unit), lists };
}
