/** UPU S10-12, 5.3: weights of the eight digits of the serial number. */
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;
const MODULUS = 11;

/**
 * The check digit of an international postal item's number (UPU S10-12, 5.3): 11 less the weighted sum mod 11; 10 is
 * written 0, 11 is written 5.
 *
 * @param serial eight decimal digits
 */
export function s10Check(serial: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(serial[at]), 0);
  const check = MODULUS - (sum % MODULUS);
  if (check === 10) return "0";
  return check === MODULUS ? "5" : String(check);
}
