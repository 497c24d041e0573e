import { packedWords } from "../tables/packed-words.js";
import { unpacker } from "./unpacker.js";

/** The characters of the packed tables. */
export interface Alphabet {
  /** Their UTF-16 units, those frequent in words first. */
  readonly units: readonly number[];
  /** By the place of a list in `facts/characters.txt`: the characters in it. */
  readonly lists: readonly string[];
}

/** Contexts: how many sets of lists there are, which; how many characters, steps between them, how frequent each is, its set by that. */
const [COUNT, SET, STEP, FREQUENCY, LISTS] = [0, 1, 2, 3, 4];
/** Of frequency. */
const CLASSES = 6;

let known: Alphabet | undefined;

/** The characters of all packed words and lists, `facts/characters.txt` among them. Unpacked at first use. */
export function alphabet(): Alphabet {
  known ??= unpacked();
  return known;
}

function unpacked(): Alphabet {
  const { number } = unpacker(packedWords.split(" ")[0]!);
  const sets = Array.from({ length: number(COUNT) }, () => number(SET));
  const byFrequency: number[][] = Array.from({ length: CLASSES }, () => []);
  const lists: string[] = [];
  let unit = 0;
  for (let count = number(COUNT); count > 0; count--) {
    unit += number(STEP);
    const frequency = number(FREQUENCY);
    byFrequency[frequency]!.push(unit);
    const set = sets[number(LISTS + frequency)]!;
    for (let list = 0; set >> list > 0; list++)
      if ((set >> list) & 1) lists[list] = (lists[list] ?? "") + String.fromCharCode(unit);
  }
  return { units: byFrequency.flat(), lists };
}
