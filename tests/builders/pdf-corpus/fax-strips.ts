import type { Sharp } from "sharp";

/** A part of a fax, from the top down. */
export interface FaxStrip {
  readonly bytes: Uint8Array;
  readonly rows: number;
  /** As /BlackIs1 has it. */
  readonly blackIs1: boolean;
}

/** Tags of TIFF 6.0, section 8. */
const [HEIGHT, PHOTOMETRIC, OFFSETS, ROWS, COUNTS] = [257, 262, 273, 278, 279];
const MIN_IS_BLACK = 1;

/** A picture as CCITT group 4 in the strips in which TIFF keeps it. */
export async function faxStrips(picture: Sharp): Promise<readonly FaxStrip[]> {
  const options = { compression: "ccittfax4", bitdepth: 1 } as const;
  const file = await picture.toColorspace("b-w").threshold().tiff(options).toBuffer();
  const tags = readTags(file);
  const [height, rows] = [tags.get(HEIGHT)![0]!, tags.get(ROWS)![0]!];
  const [offsets, counts] = [tags.get(OFFSETS)!, tags.get(COUNTS)!];
  return offsets.map((offset, index) => ({
    bytes: file.subarray(offset, offset + counts[index]!),
    rows: Math.min(rows, height - index * rows),
    blackIs1: tags.get(PHOTOMETRIC)![0] === MIN_IS_BLACK,
  }));
}

/** The numbers of each entry of the first directory of a little-endian TIFF. */
function readTags(file: Buffer): ReadonlyMap<number, readonly number[]> {
  const tags = new Map<number, readonly number[]>();
  const start = file.readUInt32LE(4);
  for (let index = 0; index < file.readUInt16LE(start); index++) {
    const entry = start + 2 + index * 12;
    const size = file.readUInt16LE(entry + 2) === 3 ? 2 : 4;
    const count = file.readUInt32LE(entry + 4);
    const at = size * count > 4 ? file.readUInt32LE(entry + 8) : entry + 8;
    const values = Array.from({ length: count }, (_, one) => file.readUIntLE(at + one * size, size));
    tags.set(file.readUInt16LE(entry), values);
  }
  return tags;
}
