import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { deserialize, serialize } from "node:v8";

/** NIST SP 800-38D: nonce of 96 bits, tag of 128. */
const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A value as one line of text that nobody reads without the key. Plain data, sets and maps. */
export function sealedLine(value: unknown, key: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce);
  const sealed = Buffer.concat([cipher.update(serialize(value)), cipher.final()]);
  return `${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64")}\n`;
}

/** The values of lines. One that was torn or made under another key is left out. */
export function unsealed(lines: string, key: Buffer): unknown[] {
  return lines.split("\n").flatMap((line) => {
    const bytes = Buffer.from(line, "base64");
    if (bytes.length <= NONCE_BYTES + TAG_BYTES) return [];
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    try {
      return [deserialize(Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]))];
    } catch {
      return [];
    }
  });
}
