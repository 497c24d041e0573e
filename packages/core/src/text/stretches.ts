import { type ByteFilter, FILTER_SIGHT, type Stop } from "@tuhei/patterns/bytes";
import { encodedPlace } from "./encoded/encoded-bytes.js";
import { AHEAD_UNITS, WINDOW_UNITS } from "./windows.js";

/** Bytes that belong together: those of a stretch in which nothing can be found, or of one that must be looked at. */
export interface Stretch {
  /** After its last byte. */
  readonly end: number;
  readonly isQuiet: boolean;
}

/** Bytes that a window and what it sees after it may take: three for a UTF-16 unit. */
export const WINDOW_BYTES = 3 * (WINDOW_UNITS + AHEAD_UNITS);
/** Looked at at once: where something is, what is behind it was looked at in vain. */
const PART_BYTES = 128 * 1024;
/** Less between two places where something may be is looked at in full. */
const MIN_QUIET_BYTES = 4096;
const LINE_FEED = 10;

/**
 * The stretches of UTF-8 bytes from a place on, one behind the other: each ends with a line where lines are not longer than it.
 *
 * @param bytes with at least {@link FILTER_SIGHT} of what is before the place
 * @param isLast the text ends where the bytes do
 */
export function stretchesOf(filter: ByteFilter, bytes: Uint8Array, isLast: boolean): (from: number) => Stretch {
  /** Behind it something may begin that ends in the next bytes. */
  const settled = isLast ? bytes.length : bytes.length - FILTER_SIGHT;

  function stopFrom(from: number): Stop | undefined {
    for (let at = from; at < bytes.length; ) {
      const end = Math.min(bytes.length, at + PART_BYTES);
      const stop = filter.find(bytes, at, end);
      const encoded = encodedPlace(bytes, at, stop?.at ?? end);
      if (encoded !== undefined) return { at: encoded, sign: "foreign" };
      if (stop) return stop;
      at = end;
    }
    return isLast && filter.isOpen() ? { at: bytes.length, sign: "value" } : undefined;
  }

  return (from) => {
    const stop = stopFrom(from);
    const limit = stop ? Math.max(from, stop.at - FILTER_SIGHT) : settled;
    const quietEnd = afterLine(bytes, from, limit) ?? limit;
    if (!stop || quietEnd - from >= MIN_QUIET_BYTES) return { end: stop || !isLast ? quietEnd : limit, isQuiet: true };
    return {
      end: stop.sign === "value" ? endOfValues(filter, bytes, from, stop.at) : endOfWindow(bytes, from),
      isQuiet: false,
    };
  };
}

/** The end of the line of the last of several values that stand close to each other. */
function endOfValues(filter: ByteFilter, bytes: Uint8Array, from: number, first: number): number {
  let last = first;
  for (;;) {
    const next = filter.find(bytes, last, Math.min(bytes.length, last + MIN_QUIET_BYTES));
    if (!next) break;
    if (next.sign !== "value" || next.at - from > WINDOW_UNITS) return endOfWindow(bytes, from);
    last = next.at;
  }
  const lineFeed = bytes.indexOf(LINE_FEED, last - 1);
  return lineFeed < 0 || lineFeed - from >= WINDOW_UNITS ? endOfWindow(bytes, from) : lineFeed + 1;
}

/** The end of a window: of its last line, or of a character in a line that is longer than it. */
function endOfWindow(bytes: Uint8Array, from: number): number {
  const limit = afterUnits(bytes, from, WINDOW_UNITS);
  return limit === bytes.length ? limit : (afterLine(bytes, from, limit) ?? limit);
}

/** The place behind the last line feed between two places. */
function afterLine(bytes: Uint8Array, from: number, to: number): number | undefined {
  const lineFeed = to > from ? bytes.lastIndexOf(LINE_FEED, to - 1) : -1;
  return lineFeed >= from ? lineFeed + 1 : undefined;
}

/** The place behind so many UTF-16 units of UTF-8, at most one less where a character has two. */
export function afterUnits(bytes: Uint8Array, from: number, count: number): number {
  let units = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (isContinuation(byte)) continue;
    units += byte >= FOUR_BYTES ? 2 : 1;
    if (units > count) return at;
  }
  return bytes.length;
}

/** RFC 3629: a byte that no character begins with. */
export function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** First bytes from here on begin characters of four, which take two UTF-16 units. */
const FOUR_BYTES = 0xf0;
