import type { ByteSource } from "../source.js";
import type { DetectedEncoding } from "./encoding.js";

/** A stretch of a long text. `text` is lead-in, the owned part, and a look-ahead; the windows' owned parts tile the text. */
export interface TextWindow {
  readonly text: string;
  /** Where the owned part stands in `text`. */
  readonly start: number;
  readonly end: number;
  /** Place of `text` in the whole decoded text, UTF-16 units, the byte order mark not counted. */
  readonly offset: number;
  /** Line (from 0) on which `text` begins. */
  readonly line: number;
  /** Nothing can be found in the owned part but by what is known from before. */
  readonly isQuiet?: boolean;
}

/** Chooses where an owned part that starts at `start` ends: after `start`, at most `limit`. */
export type Cut = (text: string, start: number, limit: number) => number;

/** UTF-16 units of a window's owned part: large enough that the overlap costs 3 %, small enough for V8's young generation. */
export const WINDOW_UNITS = 48 * 1024;
/** What a window sees before its owned part: the distance of context words, twice over. */
export const LEAD_UNITS = 256;
/** What a window sees after it: longer than the longest entity, an address over several lines. */
export const AHEAD_UNITS = 1024;
const READ_BYTES = 64 * 1024;

/** The decoded text in overlapping windows, in constant memory. */
export async function* textWindows(
  source: ByteSource,
  { encoding, bomLength }: DetectedEncoding,
  cut: Cut = cutAtLine,
): AsyncGenerator<TextWindow> {
  let text = "";
  let [start, offset, line] = [0, 0, 0];
  for await (const decoded of decodedChunks(source, encoding, bomLength)) {
    text += decoded.text;
    while (text.length - start >= WINDOW_UNITS + AHEAD_UNITS || (decoded.last && start < text.length)) {
      const limit = Math.min(start + WINDOW_UNITS, text.length);
      const end = limit === text.length && decoded.last ? limit : cut(text, start, limit);
      yield { text: text.slice(0, end + AHEAD_UNITS), start, end, offset, line };
      if (decoded.last && end === text.length) return;
      const drop = wholeCharacter(text, Math.max(0, end - LEAD_UNITS));
      line += countLines(text, 0, drop);
      offset += drop;
      text = text.slice(drop);
      start = end - drop;
    }
  }
}

/** The default cut: after the last line feed, or anywhere between characters in a line that is longer than a window. */
export function cutAtLine(text: string, start: number, limit: number): number {
  const newline = text.lastIndexOf("\n", limit - 1);
  return newline >= start ? newline + 1 : wholeCharacter(text, limit);
}

/** Line feeds from `from` up to `to`. */
export function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

/** `index`, or one less when it would part a surrogate pair. */
function wholeCharacter(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return index > 0 && unit >= 0xdc00 && unit <= 0xdfff ? index - 1 : index;
}

async function* decodedChunks(
  source: ByteSource,
  encoding: string,
  bomLength: number,
): AsyncGenerator<{ text: string; last: boolean }> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for (let at = bomLength; at < source.size; at += READ_BYTES) {
    const last = at + READ_BYTES >= source.size;
    yield { text: decoder.decode(await source.read(at, at + READ_BYTES), { stream: !last }), last };
  }
}
