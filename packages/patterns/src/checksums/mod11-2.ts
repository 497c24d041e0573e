/** Check characters by remainder: 10 is written X. */
const CHECK_CHARACTERS = "10X98765432";

/**
 * The check character of ISO 7064 MOD 11-2 over decimal digits, as GB 11643-1999 uses it for citizen identity numbers.
 *
 * @param digits decimal digits only, without the check character
 */
export function mod112(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    // The weight of a place is 2 to the power of its distance from the end, mod 11.
    sum = ((sum + digits.charCodeAt(index) - 48) * 2) % 11;
  }
  return CHECK_CHARACTERS[sum]!;
}
