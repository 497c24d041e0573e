import { isUtf8 } from "node:buffer";
import type { ByteSource } from "../source.js";
import { commonHan } from "./common-han.js";
import { movingBytes } from "./moving-bytes.js";

/** A text encoding that tuhei reads and writes back, by its WHATWG label. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5";

/** What was found at the start of a text file. */
export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark, 0 without one. */
  readonly bomLength: number;
  /** Every byte was looked at and is text in this encoding: a replacement character stands in the file itself. */
  readonly isWhole?: boolean;
}

/** Bytes of the longest sequence of UTF-8 (RFC 3629) that the end of a block may cut, and more. */
const MAX_CUT_BYTES = 16;
/** How many bytes around the first non-ASCII one decide between legacy encodings. */
const SAMPLE_BYTES = 64 * 1024;
/** Share of characters that may be undecodable before the bytes do not count as text. */
export const MAX_UNDECODABLE = 0.02;
/** C0 controls that text files hold: tab, line feed, vertical tab, form feed, carriage return, escape. */
const CONTROLS_IN_TEXT = new Set([9, 10, 11, 12, 13, 27]);

/**
 * The encoding of a text, or undefined when the bytes are not text: byte order mark, then the pattern of zeros of UTF-16,
 * then strict UTF-8 over the whole source, then GB18030 or Big5 by how common their characters are.
 */
export async function detectEncoding(source: ByteSource): Promise<DetectedEncoding | undefined> {
  const head = await source.read(0, SAMPLE_BYTES);
  const marked = byteOrderMark(head);
  if (marked?.encoding === "utf-8") return { ...marked, isWhole: (await firstNonUtf8(source)) === undefined };
  if (marked) return marked;
  const utf16 = utf16ByZeros(head);
  if (utf16) return { encoding: utf16, bomLength: 0 };
  if (!isTextBytes(head)) return undefined;
  const firstForeign = await firstNonUtf8(source);
  if (firstForeign === undefined) return { encoding: "utf-8", bomLength: 0, isWhole: true };
  const sample = await source.read(Math.max(0, firstForeign - SAMPLE_BYTES), firstForeign + SAMPLE_BYTES);
  const encoding = likeliest(trimToLines(sample));
  return encoding && { encoding, bomLength: 0 };
}

function byteOrderMark(head: Uint8Array): DetectedEncoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", bomLength: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", bomLength: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", bomLength: 2 };
  return undefined;
}

/** UTF-16 without a mark: ASCII letters and line ends put zeros on one side only, and every other side is free of them. */
function utf16ByZeros(head: Uint8Array): Encoding | undefined {
  const pairs = head.length >> 1;
  if (pairs < 4 || head.length % 2 !== 0 || head.indexOf(0) < 0) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < pairs * 2; i++) if (head[i] === 0) zeros[i % 2]!++;
  const [even, odd] = zeros as [number, number];
  const encoding = even === 0 && odd > 0 ? "utf-16le" : odd === 0 && even > 0 ? "utf-16be" : undefined;
  if (!encoding) return undefined;
  const text = new TextDecoder(encoding).decode(head.subarray(0, pairs * 2));
  return badness(text) <= MAX_UNDECODABLE ? encoding : undefined;
}

function isTextBytes(head: Uint8Array): boolean {
  for (let at = 0; at < head.length; at++) if (head[at]! < 32 && !CONTROLS_IN_TEXT.has(head[at]!)) return false;
  return true;
}

/** Offset of a chunk that is not UTF-8, or undefined when everything is. */
async function firstNonUtf8(source: ByteSource): Promise<number | undefined> {
  const reachOn = movingBytes(source, 0, MAX_CUT_BYTES);
  for (let at = 0; at < source.size; ) {
    const { bytes, isLast } = await reachOn(at);
    if (bytes.length === 0) break;
    const whole = isLast ? bytes : dropOpenSequence(bytes);
    if (!isUtf8(whole)) return at + indexOfNonAscii(whole);
    at += whole.length;
  }
  return undefined;
}

/** Without the multi-byte sequence that the end of the chunk may have cut. */
function dropOpenSequence(chunk: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back < chunk.length; back++) {
    const byte = chunk[chunk.length - back]!;
    if (byte >= 0xc0) return chunk.subarray(0, chunk.length - back);
    if (byte < 0x80) break;
  }
  return chunk;
}

function indexOfNonAscii(bytes: Uint8Array): number {
  return Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80),
  );
}

/** Cut at line feeds, so that no double-byte character is torn at either end. */
function trimToLines(sample: Uint8Array): Uint8Array {
  const first = sample.indexOf(10);
  const last = sample.lastIndexOf(10);
  return first >= 0 && last > first ? sample.subarray(first + 1, last) : sample;
}

function likeliest(sample: Uint8Array): Encoding | undefined {
  let best: { encoding: Encoding; score: number } | undefined;
  for (const encoding of ["utf-8", "gb18030", "big5"] as const) {
    const text = new TextDecoder(encoding).decode(sample);
    if (badness(text) > MAX_UNDECODABLE) continue;
    const score = commonShare(text);
    if (!best || score > best.score) best = { encoding, score };
  }
  return best?.encoding;
}

/** Share of characters that are replacement characters or controls. */
export function badness(text: string): number {
  let bad = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd || (unit < 32 && !CONTROLS_IN_TEXT.has(unit))) bad++;
  }
  return text.length === 0 ? 0 : bad / text.length;
}

/** Share of the non-ASCII characters that every Chinese text is full of. */
function commonShare(text: string): number {
  let [common, foreign] = [0, 0];
  for (const character of text) {
    if (character.charCodeAt(0) < 0x80) continue;
    foreign++;
    if (commonHan.has(character)) common++;
  }
  return foreign === 0 ? 0 : common / foreign;
}
