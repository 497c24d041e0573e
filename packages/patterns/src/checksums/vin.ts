/** Values of digits and letters by their place, mod 10 (GB 16735-2019, annex A; 49 CFR 565.15, table III). I, O and Q are not used. */
const BY_VALUE = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
/** Weights of the 17 places (table IV of the same); the ninth is the check digit itself. */
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const;
const MODULUS = 11;

/**
 * The check digit of a vehicle identification number, its ninth character (GB 16735-2019, annex A): the weighted sum mod
 * 11, where 10 is written X.
 *
 * @param vin 17 characters, upper case; what stands in the ninth place does not count
 * @returns undefined where a character is none that such a number may have
 */
export function vinCheck(vin: string): string | undefined {
  let sum = 0;
  for (let at = 0; at < WEIGHTS.length; at++) {
    const value = valueOfCharacter(vin.charAt(at));
    if (value === undefined) return undefined;
    sum += value * WEIGHTS[at]!;
  }
  const check = sum % MODULUS;
  return check === 10 ? "X" : String(check);
}

function valueOfCharacter(character: string): number | undefined {
  const place = BY_VALUE.indexOf(character);
  return /^[0-9A-Z]$/.test(character) && place >= 0 ? place % 10 : undefined;
}
