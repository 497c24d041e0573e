import { expect, test } from "vitest";
import { nameScore } from "../names/name-score.js";
import { placeAt } from "../places.js";
import { isChineseCard } from "./card-prefixes.js";
import { characterLists, charactersOf } from "./characters.js";
import { isOrdinaryWord } from "./ordinary-words.js";
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

/** What of a unit counts: those of one kind change into each other. */
function kindOf(unit: string): string {
  return /省$|自治区$|特别行政区$/.test(unit) ? "province" : /[市盟州]$|^地区$/.test(unit) ? "city" : "county";
}

test("the packed places are those of the facts with all their units, and none has a unit of a kind that is not its", () => {
  const [full, short, kinds] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const [group, stems] of places) {
    const [level, unit = ""] = group.split(" ");
    for (const stem of stems) {
      if (level === "zone" || (stem.length === 1 && unit !== "县")) continue;
      full.add(stem + unit);
      if (unit !== "") kinds.add(stem + kindOf(unit));
      if (unit !== "" && stem.length > 1) short.add(stem);
      const [, shortUnit] = /自治([州县旗])$/.exec(unit) ?? [];
      if (shortUnit) full.add(stem + shortUnit);
    }
  }
  const known = (text: string) => {
    const place = placeAt(text, 0);
    return place?.end === text.length ? (place.isShort ? "short" : "full") : undefined;
  };
  expect([...full].filter((text) => known(text) !== "full")).toEqual([]);
  expect([...short].filter((text) => !full.has(text) && known(text) !== "short")).toEqual([]);
  const stems = [...short];
  const units = ["省", "市", "地区", "州", "盟", "县", "区", "旗", "矿区"];
  const wrong = stems.flatMap((stem) =>
    units
      .filter((unit) => !full.has(stem + unit) && !kinds.has(stem + kindOf(unit)))
      .map((unit) => stem + unit)
      .filter((text) => known(text) !== undefined),
  );
  expect(wrong).toEqual([]);
  expect(stems.length).toBeGreaterThan(3_200);
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

test("every ordinary word could be taken for a name", () => {
  const told = words.flatMap(([, ofCharacter]) => ofCharacter).filter((word) => nameScore(word) < LEAST_SCORE);
  expect(told).toEqual([]);
});

/** Of an ordinary word whose surname and character could make it a name together: -3 and -1, and -4 for the word. */
const LEAST_SCORE = -10;

test("the packed ordinary words are those of the facts", () => {
  const facts = words.flatMap(([, ofCharacter]) => ofCharacter);
  expect(facts.length).toBeGreaterThan(1_200);
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
  expect([...facts.keys()]).toEqual([...wordLists]);
  for (const [list, ofList] of facts)
    expect([...wordsOf(list as (typeof wordLists)[number])].sort(), list).toEqual([...new Set(ofList)].sort());
});

test("the packed lists of characters are those of the facts", () => {
  const facts = listsOf("characters");
  expect([...facts.keys()]).toEqual([...characterLists]);
  for (const [list, ofList] of facts)
    expect([...charactersOf(list as (typeof characterLists)[number])].sort(), list).toEqual(
      [...new Set(ofList.join(""))].sort(),
    );
});
