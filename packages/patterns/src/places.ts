import { placeTable } from "./tables/places.js";
import { type WordTable, wordTable } from "./word-table.js";

/** A name of a province, prefecture or county. */
export interface Place {
  readonly level: keyof typeof placeTable;
  /** Without its unit: 杭州 for 杭州市. Such a name may be an ordinary word or part of another name: 和平, 朝阳. */
  readonly isShort: boolean;
}

/** A name of a place in a text; `end` is the index after it, in UTF-16 units. */
export interface PlaceAt extends Place {
  readonly end: number;
}

/** A name is not shorter. */
const MIN_UNITS = 2;

let names: ReadonlyMap<string, Place> | undefined;
let table: WordTable | undefined;

/** Every name of the table, with and without its unit (杭州市, 杭州; 景宁畲族自治县, 景宁县, 景宁). Built at first use, about 9,000. */
export function placeNames(): ReadonlyMap<string, Place> {
  names ??= decoded();
  return names;
}

/** The longest name of a place that starts at an index. */
export function placeAt(text: string, at: number): PlaceAt | undefined {
  table ??= wordTable(placeNames().keys());
  const name = table.wordAt(text, at);
  return name === undefined ? undefined : { ...placeNames().get(name)!, end: at + name.length };
}

function decoded(): Map<string, Place> {
  const all = new Map<string, Place>();
  // The widest level last: it stays. 吉林 is a province before it is a city.
  for (const level of ["county", "city", "province"] as const) {
    for (const group of placeTable[level].split(";")) {
      const [units, pairs, others] = group.split("|") as [string, string, string];
      for (const stem of [...pairs.split(" ").flatMap(pairsOf), ...others.split(" ").filter(Boolean)]) {
        addNames(all, stem, units.split(","), level);
      }
    }
  }
  return all;
}

/** "昌平黎" is 昌平 and 昌黎. */
function pairsOf(pair: string): string[] {
  return [...pair.slice(1)].map((second) => pair[0]! + second);
}

function addNames(all: Map<string, Place>, stem: string, units: readonly string[], level: Place["level"]): void {
  const full = { level, isShort: false };
  for (const unit of units) {
    all.set(stem + unit, full);
    const colloquial = /自治([州县旗])$/.exec(unit)?.[1];
    if (colloquial) all.set(stem + colloquial, full);
  }
  const known = all.get(stem);
  if (stem.length >= MIN_UNITS && !units.includes("") && (known === undefined || known.isShort))
    all.set(stem, { level, isShort: true });
}
