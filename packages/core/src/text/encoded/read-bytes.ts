import { isUtf8 } from "node:buffer";

/** A character, and how many bytes it takes. */
export interface ReadCharacter {
  readonly character: string;
  readonly size: number;
}

/** What bytes say, and how many at their start belong to a character that a cut tore. */
export interface ReadBytes {
  readonly characters: readonly ReadCharacter[];
  readonly skipped: number;
}

/** Controls other than tab and line ends, and what stands for bytes that are no text. */
const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/;
/** Of what is not ASCII in Chinese text, the share of signs and of the 3,755 frequent characters (GB/T 2312, level 1). */
const MIN_FREQUENT_SHARE = 0.8;

/** The text that bytes are in UTF-8, or in GB18030 when it reads like Chinese; undefined where they are no text. */
export function readBytes(bytes: Uint8Array): ReadBytes | undefined {
  const [start, end] = wholeUtf8(bytes);
  const whole = bytes.subarray(start, end);
  if (isUtf8(whole)) {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(whole);
    return NO_TEXT.test(text) ? undefined : { characters: [...text].map(inUtf8), skipped: start };
  }
  if (frequentShare(bytes) < MIN_FREQUENT_SHARE) return undefined;
  // "stream": half a character at the end is no error.
  const text = new TextDecoder("gb18030").decode(bytes, { stream: true });
  return NO_TEXT.test(text) ? undefined : { characters: [...text].map(inGb18030), skipped: 0 };
}

/** Read as GB18030, where they stand in rows 1 to 3 and 16 to 55. */
function frequentShare(bytes: Uint8Array): number {
  let [frequent, foreign] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!;
    if (lead < 0x80) continue;
    const trail = bytes[++at] ?? 0xff;
    foreign++;
    if (((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7)) && trail >= 0xa1) frequent++;
  }
  return foreign === 0 ? 0 : frequent / foreign;
}

/** Bytes that are looked at first. */
const FIRST_BYTES = 9;

/** Whether the first bytes are ASCII without controls, UTF-8, or what GB2312 has: one in thousands of random ones. */
export function beginsLikeText(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < 3 && isContinuation(bytes[at])) at++;
  while (at < Math.min(FIRST_BYTES, bytes.length)) {
    const byte = bytes[at]!;
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (byte < 0x80) {
      if (NO_TEXT.test(String.fromCharCode(byte))) return false;
      at++;
    } else if (byte >= 0xc2 && bytes.subarray(at + 1, at + size).every(isContinuation)) at += size;
    else if (byte >= 0xa1 && byte <= 0xf7 && (bytes[at + 1] ?? 0xff) >= 0xa1) at += 2;
    else return false;
  }
  return true;
}

/** Without what a cut left of a character at either end. */
function wholeUtf8(bytes: Uint8Array): [number, number] {
  let start = 0;
  while (start < 3 && isContinuation(bytes[start])) start++;
  let last = bytes.length - 1;
  while (last > bytes.length - 4 && isContinuation(bytes[last])) last--;
  const lead = bytes[last] ?? 0;
  const size = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  return [start, last + size > bytes.length ? last : bytes.length];
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}

function inUtf8(character: string): ReadCharacter {
  const point = character.codePointAt(0)!;
  return { character, size: point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4 };
}

/** Two bytes for every character of GBK, which is all that Chinese text in it has (GB 18030-2022, 5). */
function inGb18030(character: string): ReadCharacter {
  return { character, size: character.charCodeAt(0) < 0x80 ? 1 : 2 };
}
