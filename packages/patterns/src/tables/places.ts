import { alphabet } from "../packing/alphabet.js";
import type { Unpacker } from "../packing/unpacker.js";
import { WordReader } from "../packing/word-reader.js";
import { readStrings, readTree, type WordTree } from "../packing/word-tree.js";
import { afterLast, packedTable, WEIGHTS } from "../packing/words.js";

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

/** Units stand behind the character of their level. */
const LEVELS: Readonly<Record<string, PlaceUnit["level"]>> = { 省: "province", 市: "city", 县: "county", 区: "zone" };
/** The most frequent units come first, each told by its place among those left; the order of the others says nothing. */
const FREQUENT_UNITS = 16;

/** Contexts: a further unit by the one before, the first unit by the length of the name; which unit is frequent. */
const NEXT_UNIT = 1;
const FIRST_UNIT = 1;
const MORE = 5;
const FREQUENT = 10;
const LONGEST = 3;
const LARGEST = 4;

/**
 * Names of provinces, prefectures and counties of GB/T 2260-2007, present and past (1980 on), simplified, without their units:
 * `facts/places.txt`, which names the sources.
 */
export function unpackPlaces(): PackedPlaces {
  const { source, next } = packedTable(3);
  const known = unpackUnits(source);
  const stems = readTree(next());
  const units = stems.lengths.map((length) => {
    const borne: PlaceUnit[] = [];
    let index = -1;
    do {
      index += source.number(borne.length > 0 ? NEXT_UNIT : FIRST_UNIT + Math.min(length, LONGEST)) + 1;
      borne.push(known[index]!);
    } while (source.bit(MORE + Math.min(index, LARGEST)));
    return borne;
  });
  return { stems, units };
}

function unpackUnits(source: Unpacker): PlaceUnit[] {
  const others = readStrings(new WordReader(alphabet().units, WEIGHTS).read(source, afterLast));
  const frequent = Array.from({ length: FREQUENT_UNITS }, () => others.splice(source.number(FREQUENT), 1)[0]!);
  return [...frequent, ...others].map((name) => {
    const unit = name.slice(1);
    return { level: LEVELS[name[0]!]!, unit, shortUnit: /自治([州县旗])$/.exec(unit)?.[1] };
  });
}
