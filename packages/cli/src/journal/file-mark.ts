import { createHmac } from "node:crypto";
import { createReadStream } from "node:fs";
import { systemPath } from "../path-bytes.js";

/** What tells a content apart under a key, and lets nobody without the key try out what the content might be. */
export async function fileMark(path: string, key: Buffer): Promise<string> {
  const hmac = createHmac("sha256", key);
  for await (const chunk of createReadStream(systemPath(path))) hmac.update(chunk as Buffer);
  return hmac.digest("hex");
}

/** The same for a text. */
export function textMark(text: string, key: Buffer): string {
  return createHmac("sha256", key).update(text).digest("hex");
}
