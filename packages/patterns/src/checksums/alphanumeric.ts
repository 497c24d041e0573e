/**
 * The value that most check digit systems give a character: 0–9 for digits, 10–35 for A–Z.
 *
 * @param character one upper case letter or decimal digit
 */
export function alphanumericValue(character: string): number {
  return Number.parseInt(character, 36);
}
