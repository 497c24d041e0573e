import { dataStart, unpacked } from "./packed-data.js";

/** An object as it stands in a file: for a stream, its dictionary. */
export interface WrittenObject {
  readonly bytes: Buffer;
  readonly isStream: boolean;
}

/** The objects of a file by their numbers. */
export interface WrittenObjects {
  readonly objects: ReadonlyMap<number, WrittenObject>;
  /** Whether all streams of objects could be unpacked. */
  readonly isComplete: boolean;
}

/** A number and a generation stand in front of the keyword `obj`. Bytes. */
const HEAD_WITHIN = 32;
const HEAD = /(?:^|\D)(\d{1,10})\s+\d{1,10}\s*$/;

/**
 * Finds objects by the keywords around them, in streams of objects too (ISO 32000-2, 7.5.7). The last of several with one number counts,
 * as in files that were added to.
 *
 * @param untrustedBytes of a file that is not encrypted
 */
export function objectsInBytes(untrustedBytes: Uint8Array): WrittenObjects {
  const file = Buffer.from(untrustedBytes.buffer, untrustedBytes.byteOffset, untrustedBytes.length);
  const objects = new Map<number, WrittenObject>();
  const [streamFrom, endFrom] = [nextOf(file, "stream"), nextOf(file, "endobj")];
  let isComplete = true;
  for (let at = file.indexOf("obj"); at >= 0; at = file.indexOf("obj", at)) {
    const number = numberBefore(file, at);
    const from = at + 3;
    at = from;
    if (number === undefined) continue;
    const [stream, end] = [streamFrom(from), endFrom(from)];
    const start = stream < end ? dataStart(file, stream) : undefined;
    const written = { bytes: file.subarray(from, Math.min(stream, end)), isStream: start !== undefined };
    objects.set(number, written);
    at = Math.min(stream, end);
    if (start === undefined) continue;
    const last = file.indexOf("endstream", start);
    at = last < 0 ? file.length : last;
    if (!written.bytes.includes("ObjStm")) continue;
    const packed = packedObjects(file.subarray(start, at), written.bytes.toString("latin1"));
    for (const [inner, object] of packed ?? []) objects.set(inner, object);
    isComplete &&= packed !== undefined;
  }
  return { objects, isComplete };
}

/** Searches forward, each byte once: a word that does not come any more is not looked for again. */
function nextOf(file: Buffer, word: string): (from: number) => number {
  let next = -1;
  return (from) => {
    if (next < from) {
      const found = file.indexOf(word, from);
      next = found < 0 ? file.length : found;
    }
    return next;
  };
}

function numberBefore(file: Buffer, at: number): number | undefined {
  const head = HEAD.exec(file.toString("latin1", Math.max(0, at - HEAD_WITHIN), at));
  return head ? Number(head[1]) : undefined;
}

function packedObjects(data: Buffer, dictionary: string): [number, WrittenObject][] | undefined {
  const bytes = unpacked(data, dictionary);
  const first = Number(/\/First\s+(\d{1,10})(?!\s+\d+\s+R)/.exec(dictionary)?.[1]);
  if (!bytes || !(first <= bytes.length) || /\/Predictor\s+(?!1\b)/.test(dictionary)) return undefined;
  const numbers = bytes.toString("latin1", 0, first).match(/\d+/g)?.map(Number) ?? [];
  return Array.from({ length: numbers.length >> 1 }, (_, at) => {
    const [number, from, to] = [numbers[2 * at]!, numbers[2 * at + 1]!, numbers[2 * at + 3]];
    const end = to === undefined ? bytes.length : first + to;
    return [number, { bytes: bytes.subarray(first + from, end), isStream: false }];
  });
}
