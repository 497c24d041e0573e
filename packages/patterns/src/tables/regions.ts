import { regionCodes } from "./region-codes.js";

/** One past the last code of six digits. */
const CODES = 1_000_000;

let known: Uint8Array | undefined;

/**
 * Whether six digits were ever the code of a county, GB/T 2260-2007 and its earlier editions; as they begin an identity
 * number (GB 11643-1999, 4.2). No table is complete: let an unknown code count for less, never reject a number by it.
 */
export function isKnownRegion(code: string): boolean {
  known ??= decoded();
  return /^\d{6}$/.test(code) && known[Number(code)] === 1;
}

function decoded(): Uint8Array {
  const codes = new Uint8Array(CODES);
  for (const row of regionCodes) {
    const [province, ...cities] = row.split(" ");
    for (const entry of cities) {
      const [city, ...ranges] = entry.split(":");
      for (const range of ranges) {
        const [from, to = from] = range.split("-");
        codes.fill(1, Number(`${province}${city}${from}`), Number(`${province}${city}${to}`) + 1);
      }
    }
  }
  return codes;
}
