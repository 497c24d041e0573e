/**
 * Bytes that can be read more than once, in any order: a file, or memory. The command line makes one for a file; nothing
 * in core opens files itself.
 */
export interface ByteSource {
  /** File name without folder, for messages and for the extension. May itself be personal: reports show paths, errors only this. */
  readonly name: string;
  /** Bytes in all. */
  readonly size: number;
  /** Bytes from `start` to `end` (exclusive), fewer at the end of the source. */
  read(start: number, end: number): Promise<Uint8Array>;
  /**
   * Fills memory of the caller's with the bytes from `start` on, fewer at the end of the source, and resolves to how many. Where
   * bytes have to be fetched: they can be read ahead, into the same memory again and again.
   */
  readInto?(into: Uint8Array, start: number): Promise<number>;
}

/** A source over bytes in memory. */
export function bytesSource(bytes: Uint8Array, name = "-"): ByteSource {
  return { name, size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
}

/** The whole source in memory. Callers compare `source.size` with `limits` first. */
export function readAll(source: ByteSource): Promise<Uint8Array> {
  return source.read(0, source.size);
}
