import { alphabet } from "../packing/alphabet.js";
import type { Unpacker } from "../packing/unpacker.js";
import { WordReader } from "../packing/word-reader.js";
import { readStrings, readTree, type WordTree } from "../packing/word-tree.js";
import { afterLast, packedTable, WEIGHTS } from "../packing/words.js";

/** What a name is borne with: 县 and 区 for 昌平. */
export interface PlaceUnit {
  /** A zone of industry, told by the city that it lies in, has no name of its own: 合肥 and 高新技术产业开发区. */
  readonly isZone: boolean;
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

/** Units of zones stand behind it, others behind another character. */
const ZONE = "区";
/** The most frequent units come first, each told by its place among those left; the order of the others says nothing. */
const FREQUENT_UNITS = 16;

/** Contexts: the first unit by the length of the name, a further one by the one before; whether one follows, by both; which unit is frequent. */
const FIRST_UNIT = 0;
const NEXT_UNIT = 4;
const MORE = 10;
const FREQUENT = 30;
const LONGEST = 3;
const LARGEST = 4;

/**
 * Names of provinces, prefectures and counties of GB/T 2260-2007, present and past (1980 on), simplified, without their units:
 * `facts/places.txt`, which names the sources. A unit that is the short form of another (县 beside 畲族自治县) is left out.
 */
export function unpackPlaces(): PackedPlaces {
  const { source, next } = packedTable(3);
  const known = unpackUnits(source);
  const stems = readTree(next());
  const units = stems.lengths.map((length) => {
    const byLength = Math.min(length, LONGEST);
    const borne: PlaceUnit[] = [];
    let index = -1;
    do {
      index += source.number(borne.length > 0 ? NEXT_UNIT + Math.min(index, LARGEST) : FIRST_UNIT + byLength) + 1;
      borne.push(known[index]!);
    } while (source.bit(MORE + byLength * (LARGEST + 1) + Math.min(index, LARGEST)));
    return borne;
  });
  return { stems, units };
}

function unpackUnits(source: Unpacker): PlaceUnit[] {
  const others = readStrings(new WordReader(alphabet().units, WEIGHTS).read(source, afterLast));
  const frequent = Array.from({ length: FREQUENT_UNITS }, () => others.splice(source.number(FREQUENT), 1)[0]!);
  return [...frequent, ...others].map((name) => {
    const unit = name.slice(1);
    return { isZone: name[0] === ZONE, unit, shortUnit: /自治([州县旗])$/.exec(unit)?.[1] };
  });
}
