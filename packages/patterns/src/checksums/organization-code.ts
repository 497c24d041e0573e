import { alphanumericValue } from "./alphanumeric.js";

/** GB 11714-1997, 4.3: weights of the eight places. */
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;
const MODULUS = 11;

/**
 * The check character of an organisation code (GB 11714-1997, 4.3), which is also characters 9 to 17 of a unified social
 * credit code: 11 less the weighted sum mod 11; 10 is written X, 11 is written 0.
 *
 * @param body eight digits or upper case letters
 */
export function organizationCheck(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * alphanumericValue(body[at]!), 0);
  const check = MODULUS - (sum % MODULUS);
  return check === 10 ? "X" : String(check % MODULUS);
}
