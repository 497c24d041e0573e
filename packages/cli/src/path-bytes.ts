import { isUtf8 } from "node:buffer";

/** A byte of a name that is no UTF-8, in a string (Python's PEP 383): a low surrogate that belongs to no pair. */
const ESCAPED = /(?<![\ud800-\udbff])[\udc80-\udcff]/;
const ESCAPE_BASE = 0xdc00;

/** A name of the file system as a string from which {@link systemPath} makes the same bytes again, also one in GBK. */
export function nameOf(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString();
  return Array.from(bytes, (byte) => String.fromCharCode(byte < 0x80 ? byte : ESCAPE_BASE + byte)).join("");
}

/** A path as the file system takes it. */
export function systemPath(path: string): string | Buffer {
  return ESCAPED.test(path) ? bytesOf(path) : path;
}

/** A path as people read it: names that are no UTF-8 come from archives that Windows made, and are GBK. */
export function readablePath(path: string): string {
  if (!ESCAPED.test(path)) return path;
  const parts = path.split("/").map((name) => (ESCAPED.test(name) ? decoded(bytesOf(name)) : name));
  return parts.join("/");
}

function bytesOf(path: string): Buffer {
  const parts = path.split(new RegExp(`(${ESCAPED.source})`));
  return Buffer.concat(
    parts.map((part, index) => (index % 2 === 0 ? Buffer.from(part) : Buffer.of(part.charCodeAt(0) - ESCAPE_BASE))),
  );
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString();
  }
}
