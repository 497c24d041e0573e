import { type ByteFilter, FILTER_SIGHT } from "@tuhei/patterns/bytes";
import type { Skipping } from "../model/document.js";
import type { ByteSource } from "../source.js";
import { countOf } from "./byte-words.js";
import { type BytesInReach, movingBytes } from "./moving-bytes.js";
import { afterUnits, isContinuation, type Stretch, stretchesOf, WINDOW_BYTES } from "./stretches.js";
import { AHEAD_UNITS, LEAD_UNITS, type TextWindow } from "./windows.js";

/**
 * UTF-8 text in overlapping windows, without the stretches in which nothing can be found unless they are wanted: they are not
 * even decoded.
 */
export async function* windowsToLookAt(
  source: ByteSource,
  bomLength: number,
  filter: ByteFilter,
  isWanted: Skipping["isWanted"],
): AsyncGenerator<TextWindow> {
  const reachOn = movingBytes(source, bomLength, WINDOW_BYTES + FILTER_SIGHT);
  let reach: BytesInReach = { bytes: new Uint8Array(0), start: bomLength, isLast: false };
  let stretchFrom: ((from: number) => Stretch) | undefined;
  /** Where the next stretch begins, in bytes and in UTF-16 units. */
  let [at, units] = [bomLength, 0];
  let [counted, lines] = [bomLength, 0];
  /** Line feeds before a place in reach; places only grow. */
  const linesBefore = (place: number): number => {
    lines += countOf(LINE_FEED, reach.bytes.subarray(counted - reach.start, place - reach.start));
    counted = place;
    return lines;
  };
  while (at < source.size) {
    if (!stretchFrom || (at + WINDOW_BYTES > reach.start + reach.bytes.length && !reach.isLast)) {
      linesBefore(at);
      reach = await reachOn(Math.max(bomLength, at - FILTER_SIGHT));
      stretchFrom = stretchesOf(filter, reach.bytes, reach.isLast);
    }
    const { bytes, start } = reach;
    const from = at - start;
    const { end, isQuiet } = stretchFrom(from);
    if (isQuiet && !isWanted(bytes, from, end)) units += end - from;
    else {
      const [lead, owned] = [decoded(bytes, leadStart(bytes, from), from), decoded(bytes, from, end)];
      const ahead = decoded(bytes, end, afterUnits(bytes, end, AHEAD_UNITS));
      const line = linesBefore(at) - lineFeedsIn(lead);
      const [offset, ownedEnd] = [units - lead.length, lead.length + owned.length];
      yield { text: lead + owned + ahead, start: lead.length, end: ownedEnd, offset, line, isQuiet };
      units += owned.length;
    }
    at = start + end;
  }
}

/** As far before a place as a window sees, from the start of a character on. */
function leadStart(bytes: Uint8Array, from: number): number {
  let at = Math.max(0, from - LEAD_UNITS);
  while (at < from && isContinuation(bytes[at]!)) at++;
  return at;
}

function decoded(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(from, to));
}

const LINE_FEED = 10;

function lineFeedsIn(text: string): number {
  return text.split("\n").length - 1;
}
