import { alphanumericValue } from "./alphanumeric.js";

/** ICAO Doc 9303-3, 4.9: the weights repeat from left to right. */
const WEIGHTS = [7, 3, 1] as const;

/**
 * The check digit of a field of a machine-readable zone (ICAO Doc 9303-3, 4.9).
 *
 * @param field digits, upper case letters and the filler "<", which counts as 0
 */
export function mrzCheck(field: string): string {
  let sum = 0;
  for (let at = 0; at < field.length; at++) {
    const value = field[at] === "<" ? 0 : alphanumericValue(field[at]!);
    sum += value * WEIGHTS[at % WEIGHTS.length]!;
  }
  return String(sum % 10);
}
