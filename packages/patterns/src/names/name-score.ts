import { lazily } from "../lazily.js";
import { charactersOf } from "../tables/characters.js";
import { isOrdinaryWord } from "../tables/ordinary-words.js";
import { wordsOf } from "../tables/word-lists.js";
import { unitTable } from "../unit-table.js";
import { givenWords } from "./words-beside-names.js";

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
const WEIGHTS = { typical: 2, variants: 1.5, usual: 1, common: 0, notInNames: -4 } as const;
const UNLISTED = -1;
/** For a surname that most bearers of one have, one as often a word (高, 何), a rare one, and one nearly always a word (后, 从). */
const SURNAME = { frequent: 2, compound: 3, doubtful: 0.5, rare: 0, word: -3 } as const;
/** A word of the language is no name unless a label says so. */
const ORDINARY_WORD = -4;
/** 高兴|地: a name that begins with a word is mostly a word and something. */
const BEGINS_WITH_WORD = -2;

/** What cannot be a name at all. */
const NO_NAME = Number.NEGATIVE_INFINITY;

/** By UTF-16 unit. */
const givenWeights = lazily(() => {
  const weights = new Float32Array(1 << 16).fill(UNLISTED);
  for (const list of ["notInNames", "variants", "usual", "common", "typical"] as const)
    for (const character of charactersOf(list)) weights[character.charCodeAt(0)] = WEIGHTS[list];
  return weights;
});

/** Of surnames of one character, by UTF-16 unit. */
const surnameWeights = lazily(() => {
  const weights = new Float32Array(1 << 16).fill(NO_NAME);
  for (const [list, weight] of [
    ["surnames", SURNAME.rare],
    ["wordlikeSurnames", SURNAME.word],
    ["doubtfulSurnames", SURNAME.doubtful],
    ["frequentSurnames", SURNAME.frequent],
  ] as const)
    for (const surname of charactersOf(list)) weights[surname.charCodeAt(0)] = weight;
  return weights;
});
const compoundStarts = lazily(() => unitTable(wordsOf("compoundSurnames")));

/** How much a character, told by its UTF-16 unit, speaks for being part of a given name; negative against. */
export function givenWeight(unit: number): number {
  return givenWeights()[unit]!;
}

/** Surnames of one character, by UTF-16 unit. */
const singleSurnames = lazily(() => unitTable(charactersOf("surnames")));

/** Surnames of two characters. */
const compoundSurnames: () => ReadonlySet<string> = lazily(() => new Set(wordsOf("compoundSurnames")));

/** Surnames of one character that are words less often than names, or as often. */
export const likelySurnames = lazily(() => charactersOf("frequentSurnames") + charactersOf("doubtfulSurnames"));

/** Compound surnames that are no words. */
export const likelyCompounds: () => ReadonlySet<string> = lazily(
  () => new Set(wordsOf("compoundSurnames").filter((surname) => !wordsOf("wordlikeCompounds").includes(surname))),
);

/** A cheap look at a UTF-16 unit: false when no surname begins with it. */
export function mayBeginSurname(unit: number): boolean {
  return surnameWeights()[unit]! > NO_NAME || compoundStarts()[unit] === 1;
}

/** Units of the surname at the start of a string; 0 when it begins with none. A compound one wins. */
export function surnameLength(candidate: string): 0 | 1 | 2 {
  const first = candidate.charCodeAt(0);
  if (compoundStarts()[first] === 1 && compoundSurnames().has(candidate.slice(0, 2))) return 2;
  return singleSurnames()[first] === 1 ? 1 : 0;
}

/** Below it, see {@link nameScore}, a surname begins an ordinary word: 和住所, 代表人, 房间. */
export const POSSIBLE_NAME = -2.5;

/**
 * How much speaks for 2 to 4 Chinese characters being a person's whole name: 3 and more is a likely one, below 1 an unlikely
 * one; -Infinity without surname or given name.
 */
export function nameScore(candidate: string): number {
  const { length } = candidate;
  if (length < 2 || length > 4 || candidate.includes("某")) return NO_NAME;
  const [first, second] = [candidate.charCodeAt(0), candidate.charCodeAt(1)];
  const isCompound = compoundStarts()[first] === 1 && likelyCompounds().has(candidate.slice(0, 2));
  let score = length < 4 && !isCompound ? surnameWeights()[first]! : NO_NAME;
  if (score > NO_NAME) {
    score += givenWeight(second);
    if (length === 3) score += givenWeight(candidate.charCodeAt(2));
    if (isOrdinaryWord(first, second)) score += length === 2 ? ORDINARY_WORD : BEGINS_WITH_WORD;
    if (length === 3 && givenWords.isAt(candidate, 1)) score += ORDINARY_WORD;
  }
  return Math.max(score, scoreOfCompound(candidate));
}

function scoreOfCompound(candidate: string): number {
  if (candidate.length < 3 || surnameLength(candidate) !== 2) return NO_NAME;
  let score: number = likelyCompounds().has(candidate.slice(0, 2)) ? SURNAME.compound : SURNAME.rare;
  for (let at = 2; at < candidate.length; at++) score += givenWeight(candidate.charCodeAt(at));
  return score;
}
