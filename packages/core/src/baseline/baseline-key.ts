import { createHmac, randomBytes } from "node:crypto";

/**
 * A letter for each half of a byte. Digits could by chance form the digits of a number that is personal, and what is made
 * of these letters has none.
 */
const LETTERS = "klmnopqrstuvwxyz";
/** As many as HMAC-SHA-256 makes use of: nobody guesses one, and so nobody tries out values with it. */
const KEY_BYTES = 32;
const KEY = /^[k-z]{64}$/;

/** A key for baselines: 256 random bits as 64 letters from k to z. A secret, to be kept away from the baseline. */
export function createBaselineKey(): string {
  return lettersOf(randomBytes(KEY_BYTES));
}

/** Whether a text is what {@link createBaselineKey} makes. Nothing that a person thought of is. */
export function isBaselineKey(text: string): boolean {
  return KEY.test(text);
}

/**
 * The first letters of HMAC-SHA-256 over several texts, which cannot run into each other.
 *
 * @param letters each is worth four bits
 */
export function keyedLetters(key: string, parts: readonly string[], letters: number): string {
  const digest = createHmac("sha256", key).update(JSON.stringify(parts)).digest();
  return lettersOf(digest.subarray(0, letters / 2));
}

function lettersOf(bytes: Uint8Array): string {
  let letters = "";
  for (const byte of bytes) letters += LETTERS[byte >> 4]! + LETTERS[byte & 0xf]!;
  return letters;
}
