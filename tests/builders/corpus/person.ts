import type { Chance } from "./chance.ts";
import { addressOf, shortAddressOf } from "./values/addresses.ts";
import { birthOf, idCardOf } from "./values/documents.ts";
import { anyNameOf } from "./values/names.ts";
import { phoneOf } from "./values/numbers.ts";
import { type Place, places } from "./values/places.ts";

/** Somebody in a document: what belongs together. */
export interface Somebody {
  readonly name: string;
  readonly place: Place;
  /** YYYYMMDD. */
  readonly birth: string;
  readonly idCard: string;
  readonly phone: string;
  readonly address: string;
  /** From the district or the city on. */
  readonly shortAddress: string;
}

/** An invented person. */
export function somebody(c: Chance): Somebody {
  const place = c.pick(places);
  const birth = birthOf(c);
  return {
    name: anyNameOf(c),
    place,
    birth,
    idCard: idCardOf(c, birth, place),
    phone: phoneOf(c),
    address: addressOf(c, place),
    shortAddress: shortAddressOf(c, place),
  };
}
