import { CARD_NUMBER } from "../detectors/bank-card.js";
import { CITIZEN_NUMBER } from "../detectors/id-card.js";
import { LABELLED_VERSION_4, VERSION_4, VERSION_6 } from "../detectors/ip-address.js";

/** Addresses of private networks, of the host itself and of groups of hosts: most of those in a log. */
const PUBLIC = /(?!(?:0|10|127|22[4-9]|2[3-9]\d)\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)/;

/**
 * Of patterns, a look ahead: how everything begins that the check of the pattern's forms lets pass. What logs abound in is left
 * so without running a check. A pattern that is not here is taken to need none.
 */
export const validStarts: ReadonlyMap<RegExp, RegExp> = new Map([
  // Of the schemes' ranges and the issuers' prefixes; times and dates begin with 1 and 20.
  [CARD_NUMBER, /(?=[3-9]|2[2-7])/],
  // A year from 1800 on and the first digit of a month behind six digits.
  [CITIZEN_NUMBER, /(?=(?:\d[ .-]?){6}(?:1[ -]?[89]|2[ -]?0)(?:[ -]?\d){2}[ .-]?[01])/],
  [VERSION_4, PUBLIC],
  [LABELLED_VERSION_4, PUBLIC],
  // Eight groups, or a gap: times of day behind a year have neither.
  [VERSION_6, /(?=[0-9A-Fa-f]{4}:(?:(?:[0-9A-Fa-f]{1,4}:){0,6}:|(?:[0-9A-Fa-f]{1,4}:){6}[0-9A-Fa-f]))/],
]);
