import type { Begins } from "./detector.js";

/** That a value begins with one of some characters of one UTF-16 unit each. */
export function beginsWith(characters: string): Begins {
  return (units, at) => characters.includes(String.fromCharCode(units[at]!));
}

/** That a value begins with at most three characters and a full stop. */
export const beginsDotted: Begins = (units, at) =>
  units[at + 1] === FULL_STOP || units[at + 2] === FULL_STOP || units[at + 3] === FULL_STOP;

const FULL_STOP = 46;
