const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** A segment with its content, or bytes between segments. */
export interface JpegSegment {
  /** The second byte of its marker; undefined for bytes that belong to no segment. */
  readonly marker?: number;
  readonly data: Uint8Array;
}

/** Segments of a JPEG stream with content, up to its end or where it is broken off (ITU-T T.81, annex B). */
export function* jpegSegments(bytes: Uint8Array): Generator<JpegSegment, number> {
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) {
      const next = bytes.indexOf(0xff, at);
      const end = next < 0 ? bytes.length : next;
      yield { data: bytes.subarray(at, end) };
      at = end;
      continue;
    }
    const marker = bytes[at + 1]!;
    if (marker === END_OF_IMAGE) break;
    if (marker === 0xff || marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const end = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
    yield { marker, data: bytes.subarray(at + 4, end) };
    at = marker === START_OF_SCAN ? endOfScan(bytes, end) : end;
  }
  return Math.min(bytes.length, at + 2);
}

/** Where a JPEG stream is over: behind its end marker. */
export function endOfJpeg(bytes: Uint8Array): number {
  const segments = jpegSegments(bytes);
  for (let next = segments.next(); ; next = segments.next()) if (next.done) return next.value;
}

/** The next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = bytes.indexOf(0xff, start);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return bytes.length;
}
