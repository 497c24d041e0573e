import { TuheiError } from "./errors.js";
import { type ByteSource, bytesSource } from "./source.js";

/** A `Blob` or a `File`, also of libraries that bring their own. Nothing is read before it is asked for. */
export interface BlobLike {
  readonly size: number;
  /** Of a `File`. */
  readonly name?: string;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** A `ReadableStream` of bytes: the body of a `Request`, or of `fetch`. */
export interface ReadableStreamLike {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(reason?: unknown): Promise<void>;
  };
}

/** What a file can come as. Node's `Buffer` is a `Uint8Array`, its streams are `AsyncIterable`. */
export type Input = ByteSource | Uint8Array | ArrayBuffer | BlobLike | ReadableStreamLike | AsyncIterable<Uint8Array>;

/** How an input is taken in. */
export interface SourceOptions {
  /** File name, for the formats that only a name tells (`.csv`) and for messages. Default: the `File`'s own, or "-". */
  readonly name?: string;
  /** A stream is ended, and a larger file refused, before more is held. A `ByteSource` holds nothing and has no limit. */
  readonly maxBytes: number;
  /** Ends a stream between two chunks. */
  readonly signal?: AbortSignal;
}

/**
 * Any input as a {@link ByteSource}. Bytes are not copied: leave them alone until the work is done.
 *
 * @throws {TuheiError} "too-large", "usage" for anything else than an {@link Input}
 * @throws the signal's reason
 */
export async function sourceOf(input: Input, { name, maxBytes, signal }: SourceOptions): Promise<ByteSource> {
  signal?.throwIfAborted();
  if (isByteSource(input)) return name === undefined ? input : { ...input, name };
  const shown = name ?? ((isBlob(input) && input.name) || "-");
  const refuse = (): never => {
    throw new TuheiError("too-large", `${shown}: more than ${maxBytes} bytes; split the file or raise the limit`);
  };
  if (input instanceof Uint8Array) return input.length > maxBytes ? refuse() : bytesSource(input, shown);
  if (input instanceof ArrayBuffer) return sourceOf(new Uint8Array(input), { name: shown, maxBytes });
  if (isBlob(input)) return input.size > maxBytes ? refuse() : blobSource(input, shown);
  if (!isStream(input) && !isIterable(input))
    throw new TuheiError("usage", "Expected bytes, a Blob or a stream of bytes as input");
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of isStream(input) ? chunksOf(input) : input) {
    signal?.throwIfAborted();
    if (!(chunk instanceof Uint8Array)) throw new TuheiError("usage", "Expected a stream of bytes, not of text");
    size += chunk.length;
    if (size > maxBytes) refuse();
    chunks.push(chunk);
  }
  return bytesSource(joined(chunks, size), shown);
}

/** Not every platform's streams can be iterated. Left early, the stream is cancelled. */
async function* chunksOf(stream: ReadableStreamLike): AsyncGenerator<Uint8Array | undefined> {
  const reader = stream.getReader();
  let isDone = false;
  try {
    while (!isDone) {
      const { done, value } = await reader.read();
      isDone = done;
      if (!done) yield value;
    }
  } finally {
    if (!isDone) await reader.cancel().catch(() => undefined);
  }
}

function blobSource(blob: BlobLike, name: string): ByteSource {
  return {
    name,
    size: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, Math.min(end, blob.size)).arrayBuffer()),
  };
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function isByteSource(input: unknown): input is ByteSource {
  return has(input, "read", "function") && has(input, "size", "number");
}

function isBlob(input: unknown): input is BlobLike {
  return has(input, "slice", "function") && has(input, "size", "number");
}

function isStream(input: unknown): input is ReadableStreamLike {
  return has(input, "getReader", "function");
}

function isIterable(input: unknown): input is AsyncIterable<Uint8Array> {
  return has(input, Symbol.asyncIterator, "function");
}

function has(input: unknown, key: string | symbol, type: "function" | "number"): boolean {
  return typeof (input as Record<string | symbol, unknown> | null | undefined)?.[key] === type;
}
