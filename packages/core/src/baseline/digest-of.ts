import { createHash } from "node:crypto";
import type { ByteSource } from "../source.js";

/** Bytes read at once. */
const READ_BYTES = 1024 * 1024;

/** SHA-256 of all bytes in hexadecimal digits, for the `digest` of a `BaselineFile`. By itself it tells what the file is: keep it in memory. */
export async function digestOf(source: ByteSource): Promise<string> {
  const hash = createHash("sha256");
  for (let at = 0; at < source.size; at += READ_BYTES) hash.update(await source.read(at, at + READ_BYTES));
  return hash.digest("hex");
}
