import { alphabet } from "../packing/alphabet.js";
import { unpacker } from "../packing/unpacker.js";
import { unpackWords, type WordTree } from "../packing/word-tree.js";
import { packedWords, placeUnits } from "./packed-words.js";

/** What a name is borne with: 县 and 区 for 昌平. */
export interface PlaceUnit {
  /** A "zone" of industry, told by the city that it lies in, has no name of its own: 合肥 and 高新技术产业开发区. */
  readonly level: "province" | "city" | "county" | "zone";
  /** Empty for 九龙. */
  readonly unit: string;
  /** What people say for a unit with nationalities: 县 for 畲族自治县. */
  readonly shortUnit?: string | undefined;
}

/** The places of the table: names without their units, and the units of each in the order of the names. */
export interface PackedPlaces {
  readonly stems: WordTree;
  readonly units: readonly (readonly PlaceUnit[])[];
}

/** Contexts: a further unit by the one before, the first unit by the length of the name. */
const [NEXT_UNIT, FIRST_UNIT, MORE] = [1, 1, 5];
const [LONGEST, LARGEST] = [3, 4];

/**
 * Names of provinces, prefectures and counties of GB/T 2260-2007, present and past (1980 on), simplified, without their units:
 * `facts/places.txt`, which names the sources.
 */
export function unpackPlaces(): PackedPlaces {
  const { bit, number } = unpacker(packedWords.split(" ")[3]!);
  const known = placeUnits.split(";").map((name) => {
    const [level, unit] = name.split(" ") as [PlaceUnit["level"], string];
    return { level, unit, shortUnit: /自治([州县旗])$/.exec(unit)?.[1] };
  });
  const stems = unpackWords({ bit, number }, alphabet().units);
  const units = stems.lengths.map((length) => {
    const borne: PlaceUnit[] = [];
    let index = -1;
    do {
      index += number(borne.length > 0 ? NEXT_UNIT : FIRST_UNIT + Math.min(length, LONGEST)) + 1;
      borne.push(known[index]!);
    } while (bit(MORE + Math.min(index, LARGEST)));
    return borne;
  });
  return { stems, units };
}
