#!/usr/bin/env node
/**
 * Packs the tables in facts/ for bundles, as src/tables/packed.ts: `node packages/patterns/scripts/pack-tables.mjs`. The same
 * facts give the same bytes; a test fails when the packed tables are not those of the facts.
 */
import { writeFileSync } from "node:fs";
import { readFacts } from "./facts.mjs";
import { packer } from "./packer.mjs";

const places = placesOf(readFacts("places"));
const ordinaryWords = readFacts("ordinary-words").flatMap(([, words]) => words);
const ranks = ranksOf([[...places.keys()], ordinaryWords]);

/** Units by name without them, "昌平" to "county 县" and "county 区". */
function placesOf(groups) {
  const units = new Map();
  for (const [unit, stems] of groups) for (const stem of stems) units.set(stem, [...(units.get(stem) ?? []), unit]);
  return units;
}

/** Ranks of characters: the frequent ones first, in classes, each in order of code point. */
function ranksOf(lists) {
  const counts = new Map();
  for (const character of lists.flat().join("")) counts.set(character, (counts.get(character) ?? 0) + 1);
  const rarity = (character) => [16, 8, 4, 2, 0].findIndex((least) => counts.get(character) >= least);
  const inOrder = [...counts.keys()].sort();
  const byRarity = [...inOrder].sort((a, b) => rarity(a) - rarity(b));
  return { inOrder, rarity, of: new Map(byRarity.map((character, rank) => [character, rank])) };
}

function packedAlphabet() {
  const { number, packed } = packer();
  number(0, ranks.inOrder.length);
  let unit = 0;
  for (const character of ranks.inOrder) {
    number(1, character.charCodeAt(0) - unit);
    number(2, ranks.rarity(character));
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

/** As `src/tables/card-prefixes.ts` reads it: prefixes of each length by their steps, for each its kinds and lengths of cards. */
function packedCards() {
  const { bit, number, packed } = packer();
  const facts = readFacts("card-prefixes");
  const kinds = byFrequency(facts.flatMap(([kind, prefixes]) => prefixes.map(() => kind)));
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
  return [packed(), kinds];
}

function byFrequency(all) {
  const counts = new Map();
  for (const one of all.sort()) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([one]) => one);
}

const [placeNames, placeUnits] = packedPlaces();
const [cards, cardKinds] = packedCards();
const words = packer();
packWords(words, ordinaryWords);

const tables = {
  packedAlphabet: packedAlphabet(),
  packedPlaces: placeNames,
  placeUnits,
  packedOrdinaryWords: words.packed(),
  packedRegions: packedRegions(),
  packedCards: cards,
  cardKinds,
};
writeFileSync(
  new URL("../src/tables/packed.ts", import.meta.url),
  `// Written by scripts/pack-tables.mjs from facts/*.txt, where the sources are named: change those.\n${Object.entries(
    tables,
  )
    .map(([name, value]) => `export const ${name} =\n  ${JSON.stringify([value].flat().join(";"))};\n`)
    .join("")}`,
);
process.stdout.write(
  `${Object.entries(tables)
    .map(([name, value]) => `${name} ${[value].flat().join(";").length}`)
    .join("\n")}\n`,
);
