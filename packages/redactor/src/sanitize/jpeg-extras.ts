/** Markers without a length (ITU-T T.81, table B.1): TEM, restart markers, start of image. */
const STANDALONE: ReadonlySet<number> = new Set([0x01, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8]);
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const COMMENT = 0xfe;
/** APP14 says how colours are stored; readers of PDF use it. */
const ADOBE = 0xee;

/** A JPEG without its application segments (EXIF, XMP, thumbnails, maker notes), comments and what follows its end. */
export function withoutJpegExtras(jpeg: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  let at = 0;
  while (at + 1 < jpeg.length) {
    // Not where a segment must begin: readers would search on, and so do we.
    if (jpeg[at] !== 0xff) {
      at++;
      continue;
    }
    const marker = jpeg[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === END_OF_IMAGE) {
      kept.push(jpeg.subarray(at, at + 2));
      break;
    }
    const length = STANDALONE.has(marker) ? 0 : (jpeg[at + 2]! << 8) | jpeg[at + 3]!;
    const end = marker === START_OF_SCAN ? scanEnd(jpeg, at + 2 + length) : at + 2 + length;
    if (!isExtra(marker)) kept.push(jpeg.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

function isExtra(marker: number): boolean {
  return marker === COMMENT || (marker >= 0xe0 && marker <= 0xef && marker !== ADOBE);
}

/** Where the next segment begins after entropy-coded data: stuffed bytes and restart markers belong to it. */
function scanEnd(jpeg: Uint8Array, start: number): number {
  for (let at = start; at + 1 < jpeg.length; at++) {
    if (jpeg[at] !== 0xff) continue;
    const next = jpeg[at + 1]!;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return jpeg.length;
}
