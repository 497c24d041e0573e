import { alphanumericValue } from "./alphanumeric.js";

/** What the blank before a single letter counts. */
const BLANK = 36;
/** Two letters and six digits; the check digit itself would weigh 1. */
const LENGTH = 8;
const MODULUS = 11;

/**
 * The check digit of a Hong Kong identity card number: letters count 10 to 35, the blank before a single letter 36,
 * weights fall from 9 to 2, and the check digit makes the sum a multiple of 11; 10 is written A. Customary: the
 * Immigration Department does not publish it (https://en.wikipedia.org/wiki/Hong_Kong_identity_card, "Check digit").
 *
 * @param body one or two upper case letters and six digits
 */
export function hongKongCheck(body: string): string {
  let sum = body.length < LENGTH ? BLANK * (LENGTH + 1) : 0;
  for (let at = 0; at < body.length; at++) {
    const weight = body.length - at + 1;
    sum += alphanumericValue(body[at]!) * weight;
  }
  const check = (MODULUS - (sum % MODULUS)) % MODULUS;
  return check === 10 ? "A" : String(check);
}
