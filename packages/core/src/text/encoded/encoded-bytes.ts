import { HEAD_CHARACTERS, isOfAlphabet, MIN_CHARACTERS, mayHoldText } from "./base64.js";

/** As far as is looked back for where a run begins. */
const MAX_BACK = 1024;
const [EQUALS, LESS, QUESTION] = [0x3d, 0x3c, 0x3f];

/**
 * Where, between two places of ASCII bytes, something ends that {@link encodedContent} may take for more than it is: told
 * without decoding them. Undefined where nothing does.
 */
export function encodedPlace(bytes: Uint8Array, from: number, to: number): number | undefined {
  const places = [base64Place(bytes, from, to), signPlace(bytes, from, to, EQUALS), signPlace(bytes, from, to, LESS)];
  const known = places.filter((place) => place !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** The first byte of quoted-printable, an encoded word, or a tag between digits. */
function signPlace(bytes: Uint8Array, from: number, to: number, sign: number): number | undefined {
  for (let at = bytes.indexOf(sign, from); at >= 0 && at < to; at = bytes.indexOf(sign, at + 1))
    if (sign === LESS ? isDigit(bytes[at - 1]) : isCoded(bytes, at)) return at + 1;
  return undefined;
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
