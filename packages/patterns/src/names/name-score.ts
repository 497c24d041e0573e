import {
  doubtfulSurnames,
  frequentSurnames,
  givenNameCharacters,
  givenWords,
  notInNames,
  wordlikeSurnames,
} from "../tables/given-names.js";
import { ordinaryWords } from "../tables/ordinary-words.js";
import { compoundSurnames, singleSurnames } from "../tables/surnames.js";

/** Where a name is, and how much speaks for it, see `nameScore`; what stands beside it is counted in. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/**
 * How much each character of a given name speaks for one, in units of about a factor of three in likelihood between a name
 * and ordinary text. What is in no list is a rare character: a little against.
 */
const WEIGHTS = { typical: 2, variants: 1.5, usual: 1, common: 0, unlisted: -1, never: -4 } as const;
/** For a surname that most bearers of one have, one as often a word (高, 何), a rare one, and one nearly always a word (后, 从). */
const SURNAME = { frequent: 2, compound: 2, doubtful: 0.5, rare: 0, word: -3 } as const;
/** A word of the language is no name unless a label says so. */
const ORDINARY_WORD = -4;
/** 高兴|地: a name that begins with a word is mostly a word and something. */
const BEGINS_WITH_WORD = -2;
/** Compound surnames that are ordinary words: 东方. */
const WORDLIKE_COMPOUNDS = new Set("东方 百里 南门 东门 西门 第五 子车 乐正 司空 微生 归海 南宫 巫马 东郭".split(" "));

/** What cannot be a name at all. */
const NO_NAME = Number.NEGATIVE_INFINITY;

const givenWeights = new Map<string, number>();
for (const [list, weight] of [
  [notInNames, WEIGHTS.never],
  [givenNameCharacters.variants, WEIGHTS.variants],
  [givenNameCharacters.usual, WEIGHTS.usual],
  [givenNameCharacters.common, WEIGHTS.common],
  [givenNameCharacters.typical, WEIGHTS.typical],
] as const)
  for (const character of list) givenWeights.set(character, weight);

const surnameWeights = new Map<string, number>();
for (const surname of singleSurnames) surnameWeights.set(surname, SURNAME.rare);
for (const surname of compoundSurnames)
  surnameWeights.set(surname, WORDLIKE_COMPOUNDS.has(surname) ? SURNAME.rare : SURNAME.compound);
for (const surname of wordlikeSurnames) surnameWeights.set(surname, SURNAME.word);
for (const surname of doubtfulSurnames) surnameWeights.set(surname, SURNAME.doubtful);
for (const surname of frequentSurnames) surnameWeights.set(surname, SURNAME.frequent);

/** How much a character speaks for being part of a given name; negative against. */
export function givenWeight(character: string): number {
  return givenWeights.get(character) ?? WEIGHTS.unlisted;
}

/** Surnames of one character that are words less often than names, or as often. */
export const likelySurnames = frequentSurnames + doubtfulSurnames;

/** Compound surnames that are no words. */
export const likelyCompounds: ReadonlySet<string> = new Set(
  [...compoundSurnames].filter((surname) => !WORDLIKE_COMPOUNDS.has(surname)),
);

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
  return Math.max(scored(candidate, 1), scored(candidate, 2));
}

function scored(candidate: string, length: 1 | 2): number {
  const surname = candidate.slice(0, length);
  const given = candidate.slice(length);
  const weight = surnameWeights.get(surname);
  if (weight === undefined || given.length < 1 || given.length > 2 || candidate.includes("某")) return NO_NAME;
  let score = weight;
  for (const character of given) score += givenWeight(character);
  if (candidate.length === 2 && ordinaryWords.has(candidate)) score += ORDINARY_WORD;
  if (length === 1 && given.length === 2) {
    if (ordinaryWords.has(candidate.slice(0, 2))) score += BEGINS_WITH_WORD;
    if (givenWords.has(given)) score += ORDINARY_WORD;
  }
  return score;
}
