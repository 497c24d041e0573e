import type { Pdfium } from "./engine.js";

/** A longer text is cut: it is no name, title or note, and memory is taken on the file's word. Bytes. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;

/**
 * What one of pdfium's text functions returns. They are all called twice: without a buffer they give the size in bytes,
 * with one they fill it with UTF-16LE and a zero.
 */
export function utf16Text(engine: Pdfium, call: (buffer: number, size: number) => number): string {
  return withBytes(engine, call, (bytes) => bytes.toString("utf16le")).replace(/\0+$/, "");
}

/** The same for functions that give bytes of an unknown encoding, such as addresses of links. */
export function byteText(engine: Pdfium, call: (buffer: number, size: number) => number): string {
  return withBytes(engine, call, (bytes) => bytes.toString("utf8")).replace(/\0+$/, "");
}

function withBytes(
  engine: Pdfium,
  call: (buffer: number, size: number) => number,
  read: (bytes: Buffer) => string,
): string {
  const size = Math.min(engine.guard(() => call(0, 0)) >>> 0, MAX_TEXT_BYTES);
  if (size === 0) return "";
  return engine.borrow(size, (buffer) => {
    call(buffer, size);
    return read(Buffer.from(engine.bytes().slice(buffer, buffer + size)));
  });
}
