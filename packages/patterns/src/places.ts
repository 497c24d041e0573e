import { type Level, unpackPlaces } from "./tables/places.js";
import { type WordTable, wordTable } from "./word-table.js";

/** A name of a province, prefecture or county. */
export interface Place {
  readonly level: Level;
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

/** Every name of the table, with and without its unit (杭州市, 杭州; 景宁畲族自治县, 景宁县, 景宁). Built at first use, about 8,000. */
export function placeNames(): ReadonlyMap<string, Place> {
  names ??= named();
  return names;
}

/** The longest name of a place that starts at an index. */
export function placeAt(text: string, at: number): PlaceAt | undefined {
  table ??= wordTable(placeNames().keys());
  const name = table.wordAt(text, at);
  return name === undefined ? undefined : { ...placeNames().get(name)!, end: at + name.length };
}

function named(): Map<string, Place> {
  const all = new Map<string, Place>();
  const places = unpackPlaces();
  // The widest level last: it stays. 吉林 is a province before it is a city.
  for (const level of ["zone", "county", "city", "province"] as const) {
    const full = { level: level === "zone" ? "county" : level, isShort: false } as const;
    const short = { ...full, isShort: true };
    for (const [stem, borne] of places)
      for (const { level: own, unit, shortUnit } of borne) {
        if (own !== level) continue;
        all.set(stem + unit, full);
        if (shortUnit) all.set(stem + shortUnit, full);
        if (level === "zone" || unit === "" || stem.length < MIN_UNITS) continue;
        if (all.get(stem)?.isShort ?? true) all.set(stem, short);
      }
  }
  return all;
}
