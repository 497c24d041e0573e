import { fourTimes, hasZero, wordsBetween } from "../byte-words.js";
import { HEAD_CHARACTERS, isOfAlphabet, MIN_CHARACTERS, mayHoldText } from "./base64.js";

/** As far as is looked back for where a run begins. */
const MAX_BACK = 1024;
const [BACKSLASH, EQUALS, LESS, QUESTION] = [0x5c, 0x3d, 0x3c, 0x3f];
/** What is looked at at once. */
const WORD_BYTES = Uint32Array.BYTES_PER_ELEMENT;
const [FOUR_LESS, FOUR_BACKSLASHES] = [fourTimes(LESS), fourTimes(BACKSLASH)];
/** Two signs that differ in one bit. */
const LESS_OR_EQUALS = ~(FOUR_LESS ^ fourTimes(EQUALS));
/** By byte: which hashes it stands in, those in small digits and those in capitals; bits. As `HASH` of base64.ts. */
const hashes = new Uint8Array(256);
for (const [bit, digits] of [
  [1, "0123456789abcdef-"],
  [2, "0123456789ABCDEF-"],
] as const)
  for (const byte of new TextEncoder().encode(digits)) hashes[byte]! |= bit;

/**
 * Where, between two places of ASCII bytes, something ends that {@link encodedContent} may take for more than it is: told
 * without decoding them. Undefined where nothing does.
 */
export function encodedPlace(bytes: Uint8Array, from: number, to: number): number | undefined {
  const first = base64Place(bytes, from, to);
  return signPlace(bytes, from, Math.min(to, first ?? to)) ?? first;
}

/** Behind the first sign of something that is encoded. */
function signPlace(bytes: Uint8Array, from: number, to: number): number | undefined {
  const { first, words } = wordsBetween(bytes, from, to);
  let known = signPlaceIn(bytes, from, first);
  for (let index = 0; index < words.length && known === undefined; index++) {
    const word = words[index]!;
    if (!hasZero((word & LESS_OR_EQUALS) ^ FOUR_LESS) && !hasZero(word ^ FOUR_BACKSLASHES)) continue;
    known = signPlaceIn(bytes, first + WORD_BYTES * index, first + WORD_BYTES * (index + 1));
  }
  return known ?? signPlaceIn(bytes, first + WORD_BYTES * words.length, to);
}

function signPlaceIn(bytes: Uint8Array, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) if (isEncodedAt(bytes, at)) return at + 1;
  return undefined;
}

function isEncodedAt(bytes: Uint8Array, at: number): boolean {
  const sign = bytes[at];
  if (sign === LESS) return isDigit(bytes[at - 1]);
  if (sign === EQUALS) return isCoded(bytes, at);
  return sign === BACKSLASH && isEscapedByte(bytes, at);
}

/** "\\x22", "\\345". */
function isEscapedByte(bytes: Uint8Array, at: number): boolean {
  const next = bytes[at + 1];
  return next === 120 || next === 50 || next === 51;
}

/** "=?" of a word, "=E5=" of characters, a line that ends with "=". */
function isCoded(bytes: Uint8Array, at: number): boolean {
  const [first, second, third] = [bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3]];
  if (first === QUESTION || first === 10 || (first === 13 && second === 10)) return true;
  return third === EQUALS && isHighHex(first) && (isDigit(second) || isHighHex(second));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

/** 8, 9 and A to F: what a byte outside of ASCII begins with. */
function isHighHex(byte: number): boolean {
  return byte === 56 || byte === 57 || (byte >= 65 && byte <= 70);
}

function base64Place(bytes: Uint8Array, from: number, to: number): number | undefined {
  for (let at = startOfRun(bytes, from); at < to && at + MIN_CHARACTERS <= bytes.length; ) {
    let back = at + MIN_CHARACTERS - 1;
    while (back >= at && isOfAlphabet[bytes[back]!] === 1) back--;
    if (back >= at) {
      at = back + 1;
      continue;
    }
    if (!isHash(bytes, at)) {
      const head = String.fromCharCode(...bytes.subarray(at, at + HEAD_CHARACTERS));
      if (mayHoldText(head, at === 0 || from - at === MAX_BACK)) return Math.max(from + 1, at + MIN_CHARACTERS);
    }
    at += MIN_CHARACTERS;
    while (isOfAlphabet[bytes[at]!] === 1) at++;
  }
  return undefined;
}

/** What most long runs of a log are; to make a string of one takes longer than to look at it. */
function isHash(bytes: Uint8Array, at: number): boolean {
  let common = hashes[bytes[at]!]!;
  for (let index = 1; index < MIN_CHARACTERS; index++) common &= hashes[bytes[at + index]!]!;
  return common !== 0;
}

function startOfRun(bytes: Uint8Array, from: number): number {
  let start = from;
  while (start > 0 && from - start < MAX_BACK && isOfAlphabet[bytes[start - 1]!] === 1) start--;
  return start;
}
