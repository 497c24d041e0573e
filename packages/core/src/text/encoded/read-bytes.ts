import { badness, MAX_UNDECODABLE } from "../encoding.js";

/** A character, and how many bytes it takes. */
export interface ReadCharacter {
  readonly character: string;
  readonly size: number;
}

/** What bytes say, and how many at their start belong to a character that a cut tore. */
export interface ReadBytes {
  /** A replacement character (U+FFFD) stands for each byte that belongs to none. */
  readonly characters: readonly ReadCharacter[];
  readonly skipped: number;
}

/** Of what is not ASCII, the share of signs and of the 3,755 frequent characters (GB/T 2312, level 1): random bytes have an eighth. */
const MIN_FREQUENT_SHARE = 0.6;

/** The text that bytes are in UTF-8, or in GB18030 when it reads like Chinese, but for some damage; undefined where they are no text. */
export function readBytes(bytes: Uint8Array): ReadBytes | undefined {
  let skipped = 0;
  while (skipped < 3 && isContinuation(bytes[skipped])) skipped++;
  const utf8 = charactersFrom(bytes, skipped, utf8Size, "utf-8");
  if (isText(utf8)) return { characters: utf8, skipped };
  if (frequentShare(bytes) < MIN_FREQUENT_SHARE) return undefined;
  const gb18030 = charactersFrom(bytes, 0, gb18030Size, "gb18030");
  return isText(gb18030) ? { characters: gb18030, skipped: 0 } : undefined;
}

function isText(characters: readonly ReadCharacter[]): boolean {
  return badness(characters.map(({ character }) => character).join("")) <= MAX_UNDECODABLE;
}

/** How many bytes the character at a place takes, 1 to 4; 0 where none begins. It may reach beyond the end. */
type SizeOf = (bytes: Uint8Array, at: number) => number;

/** Without the character that the end cuts. */
function charactersFrom(bytes: Uint8Array, from: number, sizeOf: SizeOf, encoding: string): ReadCharacter[] {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const characters: ReadCharacter[] = [];
  for (let at = from; at < bytes.length; ) {
    const [byte, size] = [bytes[at]!, sizeOf(bytes, at)];
    if (at + size > bytes.length) break;
    const isAscii = byte < 0x80;
    const character = isAscii
      ? String.fromCharCode(byte)
      : size === 0
        ? "\ufffd"
        : decoder.decode(bytes.subarray(at, at + size));
    characters.push({ character, size: size || 1 });
    at += size || 1;
  }
  return characters;
}

/** RFC 3629, 4. */
function utf8Size(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const size = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  return bytes.subarray(at + 1, at + size).every(isContinuation) ? size : 0;
}

/** GB 18030-2022, 5: one, two or four bytes. */
function gb18030Size(bytes: Uint8Array, at: number): number {
  const [lead, trail = 0x40] = [bytes[at]!, bytes[at + 1]];
  if (lead < 0x80) return 1;
  if (lead < 0x81 || lead > 0xfe) return 0;
  if (trail >= 0x30 && trail <= 0x39) return 4;
  return trail >= 0x40 && trail <= 0xfe && trail !== 0x7f ? 2 : 0;
}

/** Read as GB18030, where they stand in rows 1 to 3 and 16 to 55. */
function frequentShare(bytes: Uint8Array): number {
  let [frequent, foreign] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue;
    if (isFrequent(bytes, at)) frequent++;
    at++;
    foreign++;
  }
  return foreign === 0 ? 0 : frequent / foreign;
}

function isFrequent(bytes: Uint8Array, at: number): boolean {
  const [lead, trail = 0xff] = [bytes[at]!, bytes[at + 1]];
  return ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7)) && trail >= 0xa1;
}

/**
 * Whether what begins with these bytes, 24 at most, may be text: but for one they are ASCII, UTF-8, or frequent in GB18030, as
 * one in thousands of random ones is.
 */
export function beginsLikeText(bytes: Uint8Array): boolean {
  let [at, bad] = [0, 0];
  while (at < 3 && isContinuation(bytes[at])) at++;
  while (at < bytes.length && bad < 2) {
    const size = utf8Size(bytes, at) || (isFrequent(bytes, at) ? 2 : 0);
    if (size === 0 || badness(String.fromCharCode(bytes[at]!)) > 0) bad++;
    at += size || 1;
  }
  return bad < 2;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}
