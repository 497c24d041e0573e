/** The 31 characters of a credit code: digits and letters without I, O, S, V, Z (GB 32100-2015, table 2). */
const CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** GB 32100-2015, annex A: a place's weight is 3 to the power of its distance from the start, mod 31. */
const BASE = 3;

/**
 * The check character of a unified social credit code (GB 32100-2015, annex A, formula A.1).
 *
 * @param body the first 17 characters, upper case
 * @returns undefined where a character is not of the code's alphabet
 */
export function mod313(body: string): string | undefined {
  let [sum, weight] = [0, 1];
  for (const character of body) {
    const value = CHARACTERS.indexOf(character);
    if (value < 0) return undefined;
    sum += value * weight;
    weight = (weight * BASE) % CHARACTERS.length;
  }
  return CHARACTERS[(CHARACTERS.length - (sum % CHARACTERS.length)) % CHARACTERS.length];
}
