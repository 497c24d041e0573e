import { alphabet } from "../packing/alphabet.js";
import { unpacker } from "../packing/unpacker.js";
import { unpackWords } from "../packing/word-tree.js";
import { packedPlaces, placeUnits } from "./packed.js";

/** How wide a place is. */
export type Level = "province" | "city" | "county";

/** What a name is borne with: 县 and 区 for 昌平. */
export interface PlaceUnit {
  /** A zone of industry, told by the city that it lies in, has no name of its own: 合肥 and 高新技术产业开发区. */
  readonly level: Level | "zone";
  /** Empty for 九龙. */
  readonly unit: string;
  /** What people say for a unit with nationalities: 县 for 畲族自治县. */
  readonly shortUnit?: string | undefined;
}

/** Contexts: a further unit by the one before, the first unit by the length of the name. */
const [NEXT_UNIT, FIRST_UNIT, MORE] = [1, 1, 5];
const [LONGEST, LARGEST] = [3, 4];

/**
 * Names of provinces, prefectures and counties of GB/T 2260-2007, present and past (1980 on), simplified, without their units:
 * `facts/places.txt`, which names the sources.
 */
export function unpackPlaces(): ReadonlyMap<string, readonly PlaceUnit[]> {
  const { bit, number } = unpacker(packedPlaces);
  const units = placeUnits.split(";").map((name) => {
    const [level, unit] = name.split(" ") as [PlaceUnit["level"], string];
    return { level, unit, shortUnit: /自治([州县旗])$/.exec(unit)?.[1] };
  });
  const places = new Map<string, PlaceUnit[]>();
  for (const stem of unpackWords({ bit, number }, alphabet())) {
    const borne: PlaceUnit[] = [];
    let index = -1;
    do {
      index += number(borne.length > 0 ? NEXT_UNIT : FIRST_UNIT + Math.min(stem.length, LONGEST)) + 1;
      borne.push(units[index]!);
    } while (bit(MORE + Math.min(index, LARGEST)));
    places.set(stem, borne);
  }
  return places;
}
