import { expect, test } from "vitest";
import type { WordTree } from "../packing/word-tree.js";
import { isChineseCard } from "./card-prefixes.js";
import { characterLists, charactersOf } from "./characters.js";
import { isOrdinaryWord } from "./ordinary-words.js";
import { unpackPlaces } from "./places.js";
import { isKnownRegion } from "./regions.js";
import { wordLists, wordsOf } from "./word-lists.js";

type Facts = readonly (readonly [key: string, words: readonly string[]])[];
const { readFacts } = (await import(new URL("../../scripts/facts.mjs", import.meta.url).href)) as {
  readFacts: (name: string) => Facts;
};
const [regions, places, cards, words] = ["region-codes", "places", "card-prefixes", "ordinary-words"].map(
  readFacts,
) as [Facts, Facts, Facts, Facts];

/** 1102 and "01-03" are 110201, 110202 and 110203. */
function codesOf(city: string, range: string): string[] {
  const [from, to = from] = range.split("-").map(Number) as [number, number?];
  return Array.from({ length: to - from + 1 }, (_, index) => city + String(from + index).padStart(2, "0"));
}

test("the packed codes of counties are those of the facts: 6,891 from 110101 to 830000", () => {
  const facts = regions.flatMap(([city, ranges]) => ranges.flatMap((range) => codesOf(city, range)));
  const all = Array.from({ length: 1_000_000 }, (_, code) => String(code).padStart(6, "0"));
  expect(all.filter(isKnownRegion)).toEqual(facts);
  expect([facts.length, facts[0], facts.at(-1)]).toEqual([6891, "110101", "830000"]);
});

/** The place of a word in a tree, from 1 on; 0 when it is none of it. */
function wordIn(tree: WordTree, word: string): number {
  let node = tree.first(word.charCodeAt(0));
  for (let at = 1; node !== 0 && at < word.length; at++) node = tree.after(node, word.charCodeAt(at));
  return tree.words[node]!;
}

test("the packed places are those of the facts, each with all its units", () => {
  const facts = new Map<string, string[]>();
  for (const [unit, stems] of places) for (const stem of stems) facts.set(stem, [...(facts.get(stem) ?? []), unit]);
  const { stems, units } = unpackPlaces();
  const unpacked = [...facts.keys()].map((stem) => [
    stem,
    units[wordIn(stems, stem) - 1]?.map(({ level, unit }) => `${level} ${unit}`) ?? [],
  ]);
  const sorted = (entries: Iterable<readonly (string | string[])[]>) =>
    [...entries].map(([stem, units]) => `${stem}: ${[...units!].sort().join()}`).sort();
  expect(sorted(unpacked)).toEqual(sorted(facts));
  expect(facts.size).toBeGreaterThan(3_400);
  expect(units).toHaveLength(facts.size);
  expect([...facts.keys()].filter((stem) => !/^\p{Script=Han}+$/u.test(stem))).toEqual([]);
  expect(facts.get("昌平")).toEqual(["county 区", "county 县"]);
  expect(facts.get("香港")).toEqual(["province 特别行政区"]);
});

test("the packed prefixes of cards are those of the facts: 1,775 of 5 to 10 digits", () => {
  const facts = cards.flatMap(([kind, prefixes]) =>
    prefixes.map((prefix) => [Number(kind.split(" ")[1]), prefix] as const),
  );
  expect(facts).toHaveLength(1775);
  expect(facts.filter(([digits, prefix]) => !isChineseCard(prefix.padEnd(digits, "0")))).toEqual([]);
  const known = (digits: number, number: string) =>
    facts.some(([ofKind, prefix]) => ofKind === digits && number.startsWith(prefix));
  // The neighbours of each: what is not in the facts and not UnionPay's is nobody's.
  for (const digits of [15, 16, 17, 18, 19]) {
    const invented = facts
      .flatMap(([, prefix]) => [-1, 1].map((step) => String(Number(prefix) + step).padEnd(digits, "9")))
      .filter((number) => isChineseCard(number) && !(digits > 15 && number.startsWith("62")) && !known(digits, number));
    expect(invented).toEqual([]);
  }
});

test("the packed ordinary words are those of the facts", () => {
  const facts = words.flatMap(([, ofCharacter]) => ofCharacter);
  expect(facts.length).toBeGreaterThan(1_400);
  const isOrdinary = (word: string) => isOrdinaryWord(word.charCodeAt(0), word.charCodeAt(1));
  expect(facts.filter((word) => word.length !== 2 || !isOrdinary(word))).toEqual([]);
  expect(["王小明", "兴高", "高", ""].filter(isOrdinary)).toEqual([]);
});

/** "frequent-surnames" is frequentSurnames. */
function constantOf(key: string): string {
  return key.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** The lists of a file of facts, several lines of which may tell one. */
function listsOf(name: string): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const [key, ofLine] of readFacts(name))
    lists.set(constantOf(key), [...(lists.get(constantOf(key)) ?? []), ...ofLine]);
  return lists;
}

test("the packed lists of words are those of the facts", () => {
  const facts = listsOf("word-lists");
  expect([...facts.keys()]).toEqual(Object.keys(wordLists));
  for (const [list, ofList] of facts)
    expect([...wordsOf(list as keyof typeof wordLists)].sort(), list).toEqual([...new Set(ofList)].sort());
});

test("the packed lists of characters are those of the facts", () => {
  const facts = listsOf("characters");
  expect([...facts.keys()]).toEqual(Object.keys(characterLists));
  for (const [list, ofList] of facts)
    expect([...charactersOf(list as keyof typeof characterLists)].sort(), list).toEqual(
      [...new Set(ofList.join(""))].sort(),
    );
});
