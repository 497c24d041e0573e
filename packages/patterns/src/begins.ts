import type { Begins } from "./detector.js";

/** That a value begins with none of 1 to 9: with a zero, a plus sign or a bracket. */
export const beginsBeforeOne: Begins = (units, at) => units[at]! < 49 || units[at]! > 57;

/** That a value begins with at most three characters and a full stop. */
export const beginsDotted: Begins = (units, at) =>
  units[at + 1] === FULL_STOP || units[at + 2] === FULL_STOP || units[at + 3] === FULL_STOP;

const FULL_STOP = 46;
