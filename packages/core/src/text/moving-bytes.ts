import type { ByteSource } from "../source.js";

/** Bytes of a source that lie in memory, valid until further ones are asked for. */
export interface BytesInReach {
  readonly bytes: Uint8Array;
  /** Where they begin in the source. */
  readonly start: number;
  /** They end where the source does. */
  readonly isLast: boolean;
}

/** Reaches on by a block, and keeps what was there from a place of the source on. */
export type ReachOn = (keepFrom: number) => Promise<BytesInReach>;

/** Bytes read at once: they are still in a processor's cache when they are looked at. */
const BLOCK_BYTES = 512 * 1024;

/**
 * The bytes of a source from a place on, a further block each time.
 *
 * @param mostKept how many bytes are kept at most
 */
export function movingBytes(source: ByteSource, from: number, mostKept: number): ReachOn {
  const { readInto } = source;
  return readInto ? readingAhead(source, readInto, from, mostKept) : readingAnew(source, from);
}

function readingAnew(source: ByteSource, from: number): ReachOn {
  let end = from;
  return async (keepFrom) => {
    const bytes = await source.read(keepFrom, end + BLOCK_BYTES);
    end = keepFrom + bytes.length;
    return { bytes, start: keepFrom, isLast: end >= source.size };
  };
}

/** The next block is read while this one is looked at, into the same memory in turn. */
function readingAhead(
  { size }: ByteSource,
  readInto: NonNullable<ByteSource["readInto"]>,
  from: number,
  mostKept: number,
): ReachOn {
  const roomBytes = mostKept + Math.min(BLOCK_BYTES, size - from);
  let [shown, coming] = [new Uint8Array(roomBytes), new Uint8Array(roomBytes)];
  let [bytes, end] = [shown.subarray(0, 0), from];

  async function read(): Promise<number> {
    return end < size ? readInto(coming.subarray(mostKept), end) : 0;
  }

  let reading = read();
  return async (keepFrom) => {
    const count = await reading;
    const kept = bytes.subarray(bytes.length - (end - keepFrom));
    coming.set(kept, mostKept - kept.length);
    bytes = coming.subarray(mostKept - kept.length, mostKept + count);
    end += count;
    [shown, coming] = [coming, shown];
    reading = read();
    // Told when it is asked for, if ever.
    reading.catch(() => undefined);
    return { bytes, start: keepFrom, isLast: end >= size };
  };
}
