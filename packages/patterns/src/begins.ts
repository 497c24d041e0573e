import type { Begins } from "./detector.js";
import { unitTable } from "./unit-table.js";

/** That a value begins with one of some characters of one UTF-16 unit each. */
export function beginsWith(characters: string): Begins {
  const begins = unitTable(characters);
  return (units, at) => begins[units[at]!] === 1;
}

/** That a value begins with at most three characters and a full stop. */
export const beginsDotted: Begins = (units, at) =>
  units[at + 1] === FULL_STOP || units[at + 2] === FULL_STOP || units[at + 3] === FULL_STOP;

const FULL_STOP = 46;
