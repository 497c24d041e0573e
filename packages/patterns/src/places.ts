import { lazily } from "./lazily.js";
import { endAt } from "./match-at.js";
import { type PackedPlaces, unitKind, unpackPlaces } from "./tables/places.js";
import { unitAt } from "./unit-at.js";

/** A name of a province, prefecture or county in a text. */
export interface PlaceAt {
  /** Index after it, in UTF-16 units. */
  readonly end: number;
  /** Without its unit: 杭州 for 杭州市. Such a name may be an ordinary word or part of another name: 和平, 朝阳. */
  readonly isShort: boolean;
}

/** A name is not shorter. */
const MIN_UNITS = 2;

let places: PackedPlaces | undefined;

/**
 * The longest name of a place that starts at an index, with or without its unit: 杭州市, 杭州; 景宁畲族自治县, 景宁县, 景宁. The
 * table is unpacked at first use.
 */
export function placeAt(text: string, at: number): PlaceAt | undefined {
  places ??= unpackPlaces();
  const { stems, kinds } = places;
  let [end, isShort] = [0, false];
  let node = stems.first(unitAt(text, at));
  for (let next = at + 1; node !== 0; next++) {
    const word = stems.words[node]!;
    if (word !== 0) {
      const kind = kinds[word - 1]!;
      const isNamed = next - at >= MIN_UNITS;
      const full = endAt(isNamed ? unitsOf()[kind]! : COUNTY, text, next);
      if (full !== undefined && full >= end) [end, isShort] = [full, false];
      if (isNamed && next > end) [end, isShort] = [next, (kind & unitKind.none) === 0];
    }
    node = stems.after(node, unitAt(text, next));
  }
  return end === 0 ? undefined : { end, isShort };
}

/** Whether a text is the whole name of a place. */
export function isPlace(text: string): boolean {
  return placeAt(text, 0)?.end === text.length;
}

/** 赵县 and 黎族自治县, but 城区 is no place. */
const COUNTY = /县/y;
const AUTONOMOUS = "(?:\\p{Script=Han}{0,14}?自治)?";
const UNITS = [
  [unitKind.province, "省|\\p{Script=Han}{0,5}?自治区|特别行政区"],
  [unitKind.city, `市|地区|盟|${AUTONOMOUS}州`],
  [unitKind.county, `${AUTONOMOUS}[县旗]|[新矿林特族]?区`],
] as const;
/** By the kinds that a name has. Zones lie in any of them: 合肥高新技术产业开发区. */
const unitsOf = lazily(() =>
  Array.from({ length: 16 }, (_, kinds) => {
    const own = UNITS.filter(([kind]) => kinds & kind).map(([, units]) => units);
    return new RegExp([...own, "(?:经济|高新)?(?:技术)?(?:产业)?(?:开发|工业园|示范|管理)区"].join("|"), "uy");
  }),
);
