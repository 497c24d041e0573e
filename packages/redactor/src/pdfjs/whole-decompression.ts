import { inflateSync } from "node:zlib";

/**
 * What pdf.js asks of the platform's `DecompressionStream`, in one native call: it gives all bytes of a stream at once and
 * waits for all that comes of them, and the platform's streams take longer to pass a page's content on than to inflate it.
 * What cannot be inflated as a whole is an error, after which pdf.js inflates by itself as far as it goes.
 */
export class WholeDecompression {
  readonly readable: AsyncIterable<Uint8Array>;
  readonly writable: { getWriter(): Writer };

  /** @throws {TypeError} for formats that the platform does not know either */
  constructor(format: string) {
    if (format !== "deflate") throw new TypeError("not available");
    let give = (_: Uint8Array) => {};
    const given = new Promise<Uint8Array>((resolve) => {
      give = resolve;
    });
    this.readable = inflated(given);
    this.writable = {
      getWriter: () => ({ ready: Promise.resolve(), write: async (bytes) => give(bytes), close: async () => {} }),
    };
  }
}

interface Writer {
  readonly ready: Promise<void>;
  /** Takes all there is. */
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

async function* inflated(given: Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield inflateSync(await given);
}
