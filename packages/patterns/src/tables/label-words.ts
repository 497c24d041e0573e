import { lazily } from "../lazily.js";
import { Unpacker } from "../packing/unpacker.js";
import { WordReader } from "../packing/word-reader.js";
import { readStrings } from "../packing/word-tree.js";
import { afterLast } from "../packing/words.js";
import { labelCharacters } from "./packed-labels.js";

/** By trial: these make the tables smallest. */
const WEIGHTS = [0.4, 2] as const;
/** Contexts of the alphabet: how many characters, steps between them. */
const COUNT = 0;
const STEP = 1;

const units = lazily(() => {
  const source = new Unpacker(labelCharacters);
  let unit = 0;
  return Array.from({ length: source.number(COUNT) }, () => {
    unit += source.number(STEP);
    return unit;
  });
});
const known = new Map<string, readonly string[]>();

/** The label words of a table of `packed-labels.ts`: those of `facts/labels.txt` for an entity type, or "neutral" ones. */
export function labelWords(packed: string): readonly string[] {
  const words = known.get(packed) ?? unpacked(packed);
  known.set(packed, words);
  return words;
}

/** By itself, so that any table can be left out of a bundle; each character by the one before. */
function unpacked(packed: string): string[] {
  const reader = new WordReader(units(), WEIGHTS);
  return readStrings(reader.read(new Unpacker(packed), afterLast));
}
