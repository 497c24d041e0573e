/** Adobe Type 1 Font Format, 7.1: constants of both ciphers. */
const [FACTOR, INCREMENT] = [52845, 22719];

/** Keys of the two ciphers: for the private part of a font (7.2), and for each charstring in it (7.3). */
export const EEXEC_KEY = 55665;
export const CHARSTRING_KEY = 4330;

/** The bytes in clear, with those that were put before them. */
export function decrypted(bytes: Uint8Array, key: number): Buffer {
  let state = key;
  return Buffer.from(
    Uint8Array.from(bytes, (cipher) => {
      const plain = cipher ^ (state >> 8);
      state = ((cipher + state) * FACTOR + INCREMENT) & 0xffff;
      return plain;
    }),
  );
}

/** The inverse of {@link decrypted}. */
export function encrypted(bytes: Uint8Array, key: number): Buffer {
  let state = key;
  return Buffer.from(
    Uint8Array.from(bytes, (plain) => {
      const cipher = (plain ^ (state >> 8)) & 0xff;
      state = ((cipher + state) * FACTOR + INCREMENT) & 0xffff;
      return cipher;
    }),
  );
}
