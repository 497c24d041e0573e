import { mrzCheck } from "./mrz.js";

/** ICAO Doc 9303-4, 4.2.2: length of both lines of a passport. */
const TD3_LENGTH = 44;
/** ICAO Doc 9303-5, 4.2.2: length of the three lines of a card. */
const TD1_LENGTH = 30;

/**
 * Whether the check digits of a passport's second line are right: number, date of birth, date of expiry, and all of them
 * together (ICAO Doc 9303-4, 4.2.2.2).
 *
 * @param line digits, upper case letters and "<"
 */
export function isPassportLine(line: string): boolean {
  return (
    line.length === TD3_LENGTH &&
    isClosed(line, 0, 9) &&
    isClosed(line, 13, 19) &&
    isClosed(line, 21, 27) &&
    mrzCheck(line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43)) === line[43]
  );
}

/**
 * Whether the check digits of a travel card's first two lines are right (ICAO Doc 9303-5, 4.2.2).
 *
 * @param first digits, upper case letters and "<"; so `second`
 */
export function areCardLines(first: string, second: string): boolean {
  return (
    first.length === TD1_LENGTH &&
    second.length === TD1_LENGTH &&
    isClosed(first, 5, 14) &&
    isClosed(second, 0, 6) &&
    isClosed(second, 8, 14) &&
    mrzCheck(first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29)) === second[29]
  );
}

/** Whether the character at `end` is the check digit of the field before it. */
function isClosed(line: string, start: number, end: number): boolean {
  return mrzCheck(line.slice(start, end)) === line[end];
}
