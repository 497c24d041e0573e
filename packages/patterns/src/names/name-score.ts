import { frequentSurnames, givenNameCharacters, notInNames, wordlikeSurnames } from "../tables/given-names.js";
import { ordinaryWords } from "../tables/ordinary-words.js";
import { compoundSurnames, singleSurnames } from "../tables/surnames.js";

/**
 * How much each character of a given name speaks for one, in units of about a factor of three in likelihood between a name
 * and ordinary text. What is in no list is a rare character: a little against.
 */
const WEIGHTS = { typical: 2, variants: 1.5, usual: 1, unlisted: -1, never: -4 } as const;
/** For a surname that most bearers of one have, for a rare one, and for one that is nearly always a word: 后, 从, 能. */
const SURNAME = { frequent: 2, compound: 2, rare: 0, word: -3 } as const;
/** A word of the language is no name unless a label says so. */
const ORDINARY_WORD = -4;
/** Compound surnames that are ordinary words: 东方. */
const WORDLIKE_COMPOUNDS = new Set(
  "东方 百里 南门 东门 西门 第五 子车 乐正 司空 微生 归海 南宫 巫马 东郭 西门".split(" "),
);

const weights = new Map<string, number>();
for (const [list, weight] of [
  [notInNames, WEIGHTS.never],
  [givenNameCharacters.variants, WEIGHTS.variants],
  [givenNameCharacters.usual, WEIGHTS.usual],
  [givenNameCharacters.typical, WEIGHTS.typical],
] as const)
  for (const character of list) weights.set(character, weight);
const frequent = new Set(frequentSurnames);
const wordlike = new Set(wordlikeSurnames);

/** How much a character speaks for being part of a given name; negative against. */
export function givenWeight(character: string): number {
  return weights.get(character) ?? WEIGHTS.unlisted;
}

/** Units of the surname at the start of a string; 0 when it begins with none. A compound one wins. */
export function surnameLength(candidate: string): 0 | 1 | 2 {
  if (compoundSurnames.has(candidate.slice(0, 2))) return 2;
  return singleSurnames.has(candidate[0] ?? "") ? 1 : 0;
}

/**
 * How much speaks for 2 to 4 Chinese characters being a person's whole name: 3 and more is a likely one, below 1 an unlikely
 * one; -Infinity without surname or given name.
 */
export function nameScore(candidate: string): number {
  const length = surnameLength(candidate);
  if (length === 2 && candidate.length > 2)
    return Math.max(scored(candidate, 2), candidate.length < 4 ? scored(candidate, 1) : -9);
  return length === 0 ? Number.NEGATIVE_INFINITY : scored(candidate, 1);
}

function scored(candidate: string, length: 1 | 2): number {
  const given = candidate.slice(length);
  if (given.length < 1 || given.length > 2 || !singleSurnames.has(candidate[0]!)) {
    if (length === 1 || given.length < 1 || given.length > 2) return Number.NEGATIVE_INFINITY;
  }
  if (candidate.includes("某")) return Number.NEGATIVE_INFINITY;
  const surname = candidate.slice(0, length);
  let score: number =
    length === 2
      ? WORDLIKE_COMPOUNDS.has(surname)
        ? SURNAME.rare
        : SURNAME.compound
      : frequent.has(surname)
        ? SURNAME.frequent
        : wordlike.has(surname)
          ? SURNAME.word
          : SURNAME.rare;
  for (const character of given) score += givenWeight(character);
  if (candidate.length === 2 && ordinaryWords.has(candidate)) score += ORDINARY_WORD;
  if (candidate.length === 3 && ordinaryWords.has(candidate.slice(0, 2))) score -= 1;
  return score;
}
