import { type PackedPlaces, type PlaceUnit, unpackPlaces } from "./tables/places.js";
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
  const { stems, units } = places;
  let [end, isShort] = [0, false];
  let node = stems.first(unitAt(text, at));
  for (let next = at + 1; node !== 0; next++) {
    const word = stems.words[node]!;
    if (word !== 0)
      for (const borne of units[word - 1]!) {
        const full = endOfUnit(text, next, borne);
        if (full >= end && full > 0) [end, isShort] = [full, false];
        if (next > end && next - at >= MIN_UNITS && hasOwnName(borne)) [end, isShort] = [next, true];
      }
    node = stems.after(node, unitAt(text, next));
  }
  return end === 0 ? undefined : { end, isShort };
}

/** Whether a text is the whole name of a place. */
export function isPlace(text: string): boolean {
  return placeAt(text, 0)?.end === text.length;
}

/** Where the unit that follows a name at an index ends, -1 when it does not follow. */
function endOfUnit(text: string, at: number, { unit, shortUnit }: PlaceUnit): number {
  if (text.startsWith(unit, at)) return at + unit.length;
  return shortUnit !== undefined && text.startsWith(shortUnit, at) ? at + shortUnit.length : -1;
}

function hasOwnName({ isZone, unit }: PlaceUnit): boolean {
  return !isZone && unit !== "";
}
