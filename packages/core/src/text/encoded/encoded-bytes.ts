import { HEAD_CHARACTERS, isOfAlphabet, MIN_CHARACTERS, mayHoldText } from "./base64.js";

/** As far as is looked back for where a run begins. */
const MAX_BACK = 1024;
const [BACKSLASH, EQUALS, LESS, QUESTION] = [0x5c, 0x3d, 0x3c, 0x3f];
/** What may be encoded where a sign stands. */
const SIGNS = new Map<number, (bytes: Uint8Array, at: number) => boolean>([
  [BACKSLASH, isEscapedByte],
  [EQUALS, isCoded],
  [LESS, (bytes, at) => isDigit(bytes[at - 1])],
]);

/**
 * Where, between two places of ASCII bytes, something ends that {@link encodedContent} may take for more than it is: told
 * without decoding them. Undefined where nothing does.
 */
export function encodedPlace(bytes: Uint8Array, from: number, to: number): number | undefined {
  let first = base64Place(bytes, from, to);
  for (const [sign, isOne] of SIGNS) {
    const end = first ?? to;
    for (let at = bytes.indexOf(sign, from); at >= 0 && at < end; at = bytes.indexOf(sign, at + 1)) {
      if (!isOne(bytes, at)) continue;
      first = at + 1;
      break;
    }
  }
  return first;
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
    const head = String.fromCharCode(...bytes.subarray(at, at + HEAD_CHARACTERS));
    if (mayHoldText(head, at === 0 || from - at === MAX_BACK)) return Math.max(from + 1, at + MIN_CHARACTERS);
    at += MIN_CHARACTERS;
    while (isOfAlphabet[bytes[at]!] === 1) at++;
  }
  return undefined;
}

function startOfRun(bytes: Uint8Array, from: number): number {
  let start = from;
  while (start > 0 && from - start < MAX_BACK && isOfAlphabet[bytes[start - 1]!] === 1) start--;
  return start;
}
