/** The letters in order of the numbers 10 to 35 that stand for them: I, O, W and Z came late. */
const LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
const FIRST_CODE = 10;
/** Weight of the letter's second digit and of the eight digits after it. */
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, 1] as const;

/**
 * The check digit of a Taiwan identity number (內政部戶政司《國民身分證統一編號》檢查碼; the same for resident
 * certificates since 2021): the letter's two digits weigh 1 and 9, the others 8 to 1; the sum with the check digit is a
 * multiple of 10.
 *
 * @param body an upper case letter and eight digits
 */
export function taiwanCheck(body: string): string {
  const code = LETTERS.indexOf(body[0]!) + FIRST_CODE;
  const digits = [code % 10, ...[...body.slice(1)].map(Number)];
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * digits[at]!, Math.floor(code / 10));
  return String((10 - (sum % 10)) % 10);
}
