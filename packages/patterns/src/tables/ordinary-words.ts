import { alphabet } from "../packing/alphabet.js";
import { unpacker } from "../packing/unpacker.js";
import { unpackWords } from "../packing/word-tree.js";
import { packedOrdinaryWords } from "./packed.js";

let words: ReadonlySet<string> | undefined;

/**
 * Ordinary words that could be a surname and a given name (`facts/ordinary-words.txt`). Such a "name" is believed only where a
 * label or a title says so. Unpacked at first use.
 */
export const ordinaryWords: Pick<ReadonlySet<string>, "has"> = {
  has: (word) => {
    words ??= new Set(unpackWords(unpacker(packedOrdinaryWords), alphabet()));
    return words.has(word);
  },
};
