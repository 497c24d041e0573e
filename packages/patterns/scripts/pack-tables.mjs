#!/usr/bin/env node
/**
 * Packs the tables in facts/ for bundles, as src/tables/packed-numbers.ts and packed-words.ts:
 * `node packages/patterns/scripts/pack-tables.mjs`. The same facts give the same bytes; a test fails when the packed tables
 * are not those of the facts.
 */
import { writeFileSync } from "node:fs";
import { readFacts } from "./facts.mjs";
import { packer } from "./packer.mjs";

const places = placesOf(readFacts("places"));
const ordinaryWords = readFacts("ordinary-words").flatMap(([, words]) => words);
const wordLists = listsOf("word-lists");
const characterLists = listsOf("characters").map((words) => [...new Set(words.join(""))]);
const CARD_KINDS = ["debit", "credit", "semi-credit", "prepaid"];
const ranks = ranksOf([[...places.keys()], ordinaryWords, ...wordLists], characterLists);

/** The lists of a file of facts in their order there; several lines may tell one. */
function listsOf(name) {
  const lists = new Map();
  for (const [key, words] of readFacts(name)) lists.set(key, [...(lists.get(key) ?? []), ...words]);
  return [...lists.values()];
}

/** Units by name without them, "昌平" to "county 县" and "county 区". */
function placesOf(groups) {
  const units = new Map();
  for (const [unit, stems] of groups) for (const stem of stems) units.set(stem, [...(units.get(stem) ?? []), unit]);
  return units;
}

/** Ranks of characters: those frequent in words first, in classes, each in order of code point. */
function ranksOf(words, characters) {
  const counts = new Map(characters.flat().map((character) => [character, 0]));
  for (const character of words.flat().join("")) counts.set(character, (counts.get(character) ?? 0) + 1);
  const rarity = (character) => [16, 8, 4, 2, 1, 0].findIndex((least) => counts.get(character) >= least);
  const inOrder = [...counts.keys()].sort();
  const byRarity = [...inOrder].sort((a, b) => rarity(a) - rarity(b));
  return { inOrder, rarity, of: new Map(byRarity.map((character, rank) => [character, rank])) };
}

/** As `src/packing/alphabet.ts` reads it: each character by its step, with the lists that it is in by their place among such sets. */
function packedAlphabet() {
  const { number, packed } = packer();
  const setOf = (character) =>
    characterLists.reduce((sum, list, index) => sum + (list.includes(character) ? 2 ** index : 0), 0);
  const sets = byFrequency(ranks.inOrder.map(setOf));
  number(0, sets.length);
  for (const set of sets) number(1, set);
  number(0, ranks.inOrder.length);
  let unit = 0;
  for (const character of ranks.inOrder) {
    const rarity = ranks.rarity(character);
    number(2, character.charCodeAt(0) - unit);
    number(3, rarity);
    number(4 + rarity, sets.indexOf(setOf(character)));
    unit = character.charCodeAt(0);
  }
  return packed();
}

/** As `src/packing/word-tree.ts` reads it. @returns {readonly string[]} the words in the order in which they are read */
function packWords({ bit, number }, words) {
  const [ENDS, GOES_ON, FOLLOWERS, CHARACTER, DEEPEST, MANY] = [10, 14, 18, 22, 3, 6];
  const written = [];
  const follow = (head, tails, depth) => {
    if (depth > 0) {
      const ends = tails.includes("");
      bit(ENDS + depth, ends);
      if (ends) {
        written.push(head);
        bit(GOES_ON + depth, tails.length > 1);
        if (tails.length === 1) return;
      }
    }
    const followers = [...new Set(tails.filter(Boolean).map((tail) => tail[0]))];
    const inOrder = followers.sort((a, b) => ranks.of.get(a) - ranks.of.get(b));
    number(FOLLOWERS + depth, inOrder.length - (depth > 0 ? 1 : 0));
    let last = -1;
    for (const [index, character] of inOrder.entries()) {
      const rank = ranks.of.get(character);
      number(CHARACTER + depth * (MANY + 1) + (index > 0 ? 0 : Math.min(inOrder.length, MANY)), rank - last - 1);
      last = rank;
      const rest = tails.filter((tail) => tail[0] === character).map((tail) => tail.slice(1));
      follow(head + character, rest, Math.min(depth + 1, DEEPEST));
    }
  };
  follow("", [...new Set(words)], 0);
  return written;
}

/** As `src/tables/word-lists.ts` reads it. */
function packedWordLists() {
  const { bit, number, packed } = packer();
  for (const words of wordLists) packWords({ bit, number }, words);
  return packed();
}

/** As `src/tables/places.ts` reads it: names, then for each its units by their places in a list, the frequent ones first. */
function packedPlaces() {
  const { bit, number, packed } = packer();
  const units = byFrequency([...places.values()].flat());
  for (const stem of packWords({ bit, number }, [...places.keys()])) {
    const indices = places
      .get(stem)
      .map((unit) => units.indexOf(unit))
      .sort((a, b) => a - b);
    let last = -1;
    for (const [place, index] of indices.entries()) {
      number(place > 0 ? 1 : 1 + Math.min(stem.length, 3), index - last - 1);
      last = index;
      bit(5 + Math.min(last, 4), place < indices.length - 1);
    }
  }
  return [packed(), units];
}

/** As `src/tables/regions.ts` reads it: cities by their steps, for each one bit a county. */
function packedRegions() {
  const { bit, number, packed } = packer();
  const cities = readFacts("region-codes");
  number(0, cities.length);
  let [last, above] = [0, new Set()];
  for (const [city, ranges] of cities) {
    number(1, Number(city) - last);
    last = Number(city);
    const counties = new Set(ranges.flatMap(numbersIn));
    const size = Math.max(...counties) + 1;
    number(2, size);
    for (let county = 0; county < size; county++) {
      const near = [counties.has(county - 1), counties.has(county - 2), above.has(county), above.has(county + 1)];
      const kind = [0, 20, 21, 70, 80, 81, 99].findIndex((most) => county <= most);
      bit(3 + near.reduce((sum, isGiven) => sum * 2 + (isGiven ? 1 : 0), kind), counties.has(county));
    }
    above = counties;
  }
  return packed();
}

function numbersIn(range) {
  const [from, to = from] = range.split("-").map(Number);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** As `src/tables/card-prefixes.ts` reads it: the kinds of cards with their digits; prefixes of each length by their steps, for each its kinds and lengths of cards. */
function packedCards() {
  const { bit, number, packed } = packer();
  const facts = readFacts("card-prefixes");
  const kinds = byFrequency(facts.flatMap(([kind, prefixes]) => prefixes.map(() => kind)));
  number(0, kinds.length);
  for (const kind of kinds) {
    const [name, digits] = kind.split(" ");
    number(7, CARD_KINDS.indexOf(name));
    number(8, Number(digits));
  }
  const byPrefix = new Map();
  for (const [kind, prefixes] of facts)
    for (const prefix of prefixes) byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), kinds.indexOf(kind)]);
  let lastKind = 0;
  for (let length = 5; length <= 10; length++) {
    const prefixes = [...byPrefix.keys()].filter((prefix) => prefix.length === length).sort();
    number(0, prefixes.length);
    let [last, lastStep] = [0, 0];
    for (const prefix of prefixes) {
      const step = Number(prefix) - last;
      number(1 + Math.min(Math.floor(Math.log2(lastStep + 1)), 6), step);
      [last, lastStep] = [Number(prefix), step];
      const indices = byPrefix.get(prefix).sort((a, b) => a - b);
      for (const [place, index] of indices.entries()) {
        number((step === 1 ? 10 : 30) + lastKind, index);
        bit(9, place < indices.length - 1);
        lastKind = index;
      }
    }
  }
  return packed();
}

function byFrequency(all) {
  const counts = new Map();
  for (const one of all.sort()) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([one]) => one);
}

const [placeNames, placeUnits] = packedPlaces();
const words = packer();
packWords(words, ordinaryWords);

// Tables of one file stand in one string: text that is no code compresses best by itself.
write("packed-numbers", { packedNumbers: [packedRegions(), packedCards()].join(" ") });
write("packed-words", {
  packedWords: [packedAlphabet(), packedWordLists(), words.packed(), placeNames].join(" "),
  placeUnits: placeUnits.join(";"),
});

function write(name, tables) {
  const lines = Object.entries(tables).map(
    ([constant, value]) => `export const ${constant} =\n  ${JSON.stringify(value)};\n`,
  );
  writeFileSync(
    new URL(`../src/tables/${name}.ts`, import.meta.url),
    `// Written by scripts/pack-tables.mjs from facts/*.txt, where the sources are named: change those.\n${lines.join("")}`,
  );
  for (const [constant, value] of Object.entries(tables))
    process.stdout.write(
      `${constant} ${value
        .split(" ")
        .map(({ length }) => length)
        .join(" + ")}\n`,
    );
}
