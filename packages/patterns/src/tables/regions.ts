import { Unpacker } from "../packing/unpacker.js";
import { packedNumbers } from "./packed-numbers.js";

/** One past the last code of six digits. */
const CODES = 1_000_000;
/** Codes of counties in a prefecture. */
const COUNTIES = 100;
/** Last county of each kind of number, which are alike: districts, counties, cities. */
const KINDS = [0, 20, 21, 70, 80, 81, COUNTIES];
/** Contexts: how many prefectures there are, steps between them, how far each one's counties go, whether one is given. */
const COUNT = 0;
const STEP = 1;
const SIZE = 2;
const GIVEN = 3;

let known: Uint8Array | undefined;

/**
 * Whether six digits were ever the code of a county, GB/T 2260-2007 and its earlier editions, 1980 on (`facts/region-codes.txt`,
 * which names the sources); as they begin an identity number (GB 11643-1999, 4.2). No table is complete: let an unknown code
 * count for less, never reject a number by it.
 */
export function isKnownRegion(code: string): boolean {
  known ??= unpacked();
  return /^\d{6}$/.test(code) && known[Number(code)] === 1;
}

/** For each prefecture a bit a county, told by the two counties before it and by the same and the next one of the prefecture before. */
function unpacked(): Uint8Array {
  const source = new Unpacker(packedNumbers.split(" ")[0]!);
  const kinds = Array.from({ length: COUNTIES }, (_, county) => KINDS.findIndex((most) => county <= most));
  const codes = new Uint8Array(CODES);
  let above = 0;
  for (let count = source.number(COUNT); count > 0; count--) {
    const first = above + source.number(STEP) * COUNTIES;
    for (let county = 0, size = source.number(SIZE); county < size; county++) {
      const before = county > 0 ? codes[first + county - 1]! : 0;
      const secondBefore = county > 1 ? codes[first + county - 2]! : 0;
      const next = county < COUNTIES - 1 ? codes[above + county + 1]! : 0;
      const near = before * 8 + secondBefore * 4 + codes[above + county]! * 2 + next;
      codes[first + county] = source.bit(GIVEN + kinds[county]! * 16 + near) ? 1 : 0;
    }
    above = first;
  }
  return codes;
}
