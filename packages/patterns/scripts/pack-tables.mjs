#!/usr/bin/env node
/**
 * Packs the tables in facts/ for bundles, as src/tables/packed-numbers.ts, packed-labels.ts and packed-words.ts:
 * `node packages/patterns/scripts/pack-tables.mjs`. The same facts give the same bytes; a test fails when the packed tables
 * are not those of the facts.
 */
import { writeFileSync } from "node:fs";
import { readFacts } from "./facts.mjs";
import { packer } from "./packer.mjs";
import { wordWriter } from "./word-writer.mjs";

const places = placesOf(readFacts("places"));
const ordinaryWords = readFacts("ordinary-words").flatMap(([, words]) => words);
const wordLists = [...listsOf("word-lists").values()];
const labels = [...listsOf("labels")];
const characterLists = [...listsOf("characters").values()].map((words) => [...new Set(words.join(""))]);
const WEIGHTS = [2, 3];
const afterLast = (length, last) => (length > 0 ? last : -1);
const alphabet = [
  ...new Set([...places.keys(), ...ordinaryWords, ...wordLists, ...characterLists].flat(2).join("")),
].sort();
/** Whose characters of the same lists stand together, for they are in words alike. */
const wordAlphabet = [...alphabet].sort((a, b) => setOf(a) - setOf(b));

/** The lists that a character is in; bits. */
function setOf(character) {
  return characterLists.reduce((sum, list, index) => sum + (list.includes(character) ? 2 ** index : 0), 0);
}

/** The lists of a file of facts in their order there; several lines may tell one. */
function listsOf(name) {
  const lists = new Map();
  for (const [key, words] of readFacts(name)) lists.set(key, [...(lists.get(key) ?? []), ...words]);
  return lists;
}

/** Bits of `src/tables/places.ts` by name without its unit: 昌平 is that of counties. Of one character only counties are told; zones have no names of their own. */
function placesOf(groups) {
  const kinds = new Map();
  for (const [group, stems] of groups) {
    const [level, unit] = group.split(" ");
    for (const stem of stems)
      if (level !== "zone" && (stem.length > 1 || unit === "县")) kinds.set(stem, kinds.get(stem) | kindOf(unit));
  }
  return kinds;
}

function kindOf(unit) {
  if (unit === "") return 1;
  if (/省$|自治区$|特别行政区$/.test(unit)) return 2;
  return /[市盟州]$|^地区$/.test(unit) ? 4 : 8;
}

/** As `src/packing/alphabet.ts` reads it: the sets of lists that characters are in, the frequent ones first; each character by its step and its set. */
function packedAlphabet() {
  const { number, packed } = packer();
  const sets = byFrequency(alphabet.map(setOf));
  number(0, sets.length);
  for (const set of sets) number(1, set);
  number(0, alphabet.length);
  let unit = 0;
  for (const character of alphabet) {
    number(2, character.charCodeAt(0) - unit);
    number(3, sets.indexOf(setOf(character)));
    unit = character.charCodeAt(0);
  }
  return packed();
}

/** A packer for several sets, as `src/packing/words.ts` reads them. */
function wordsPacker() {
  const table = packer();
  const write = wordWriter(wordAlphabet, WEIGHTS);
  let first = -4;
  const words = (set) => {
    first += 4;
    const context = first;
    return write(table, set, (length) => context + Math.min(length, 3));
  };
  return { ...table, words };
}

/** As `src/tables/word-lists.ts` reads it. */
function packedWordLists() {
  const { words, packed } = wordsPacker();
  for (const list of wordLists) words(list);
  return packed();
}

/** As `src/tables/label-words.ts` reads it: the characters of labels by their steps, the labels that name no type, those of each type. */
function packedLabels() {
  const characters = [...new Set(labels.flatMap(([, words]) => words).join(""))].sort();
  const table = packer();
  table.number(0, characters.length);
  let unit = 0;
  for (const character of characters) {
    table.number(1, character.charCodeAt(0) - unit);
    unit = character.charCodeAt(0);
  }
  return [
    ["labelCharacters", table.packed()],
    ...labels.map(([type, words]) => {
      const { packed, ...sink } = packer();
      wordWriter(characters, [0.4, 2])(sink, words, afterLast);
      return [`${type.replace(/-(.)/g, (_, letter) => letter.toUpperCase())}Labels`, packed()];
    }),
  ];
}

/** As `src/tables/places.ts` reads it: the kinds of units that names have together, the frequent ones first; names, and the kinds of each. */
function packedPlaces() {
  const { number, words, packed } = wordsPacker();
  const kinds = byFrequency([...places.values()]);
  number(4, kinds.length);
  for (const kind of kinds) number(4, kind);
  for (const stem of words([...places.keys()])) number(Math.min(stem.length, 3), kinds.indexOf(places.get(stem)));
  return packed();
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

/** As `src/tables/card-prefixes.ts` reads it: prefixes of each length by their steps, for each the lengths of its cards. UnionPay's are in its range. */
function packedCards() {
  const { bit, number, packed } = packer();
  const byPrefix = new Map();
  for (const [kind, prefixes] of readFacts("card-prefixes")) {
    const digits = Number(kind.split(" ")[1]);
    for (const prefix of prefixes)
      if (!(prefix.startsWith("62") && digits >= 16))
        byPrefix.set(prefix, new Set([...(byPrefix.get(prefix) ?? []), digits - 15]));
  }
  let lastDigits = 0;
  for (let length = 5; length <= 10; length++) {
    const prefixes = [...byPrefix.keys()].filter((prefix) => prefix.length === length).sort();
    number(0, prefixes.length);
    let [last, lastStep] = [0, 0];
    for (const prefix of prefixes) {
      const step = Number(prefix) - last;
      number(1 + Math.min(Math.floor(Math.log2(lastStep + 1)), 6), step);
      [last, lastStep] = [Number(prefix), step];
      const all = [...byPrefix.get(prefix)].sort();
      for (const [place, digits] of all.entries()) {
        number((step === 1 ? 10 : 20) + lastDigits, digits);
        bit(9, place < all.length - 1);
        lastDigits = digits;
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

const ordinary = wordsPacker();
ordinary.words(ordinaryWords);

// Tables of one file stand in one string: text that is no code compresses best by itself.
write("packed-numbers", { packedNumbers: [packedRegions(), packedCards()].join(" ") });
write("packed-labels", Object.fromEntries(packedLabels()));
write("packed-words", {
  packedWords: [packedAlphabet(), packedWordLists(), ordinary.packed(), packedPlaces()].join(" "),
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
