import { promisify } from "node:util";
import { deflate } from "node:zlib";
import { TuheiError } from "@tuhei/core";
import type { Samples } from "./samples.js";

const compress = promisify(deflate);

/** Uncompressed bytes of a strip, about. */
const STRIP_BYTES = 1 << 20;
/** TIFF's offsets have 32 bits. */
const MAX_FILE_BYTES = 2 ** 32 - 1;
const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;
const SHORT = 3;
const LONG = 4;
const DEFLATE = 8;
const BLACK_IS_ZERO = 1;
const RGB = 2;
const HORIZONTAL_DIFFERENCES = 2;

/**
 * A TIFF of several pages, one chunk a page: baseline tags and deflated strips, nothing else (TIFF 6.0; Adobe's deflate,
 * compression 8, is read everywhere). Pages may differ in size.
 *
 * @param count how many pages will come
 * @throws {TuheiError} "too-large" beyond 4 GiB
 */
export async function* encodeTiff(pages: AsyncIterable<Samples>, count: number): AsyncGenerator<Uint8Array> {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write("II");
  header.writeUInt16LE(42, 2);
  header.writeUInt32LE(HEADER_BYTES, 4);
  yield header;
  let offset = HEADER_BYTES;
  let index = 0;
  for await (const page of pages) {
    const chunk = await encodePage(page, offset, ++index === count);
    offset += chunk.length;
    if (offset > MAX_FILE_BYTES) throw new TuheiError("too-large", "The output has more than 4 GiB; split the file");
    yield chunk;
  }
}

/** A directory, its long values, its strips; linked to a directory right behind it unless it is the last. */
async function encodePage(page: Samples, start: number, isLast: boolean): Promise<Uint8Array> {
  const rows = page.isBilevel ? packed(page) : differences(page);
  const rowBytes = rows.length / page.height;
  const rowsPerStrip = Math.max(1, Math.min(page.height, Math.floor(STRIP_BYTES / rowBytes)));
  const strips: Buffer[] = [];
  for (let row = 0; row < page.height; row += rowsPerStrip) {
    strips.push(padded(await compress(rows.subarray(row * rowBytes, (row + rowsPerStrip) * rowBytes))));
  }
  const lengths = strips.map(({ length }) => length);
  // The size of a directory depends on how many strips there are, not on where.
  const directoryBytes = directory(fieldsOf(page, rowsPerStrip, lengths, lengths), start, 0).length;
  let end = start + directoryBytes;
  const offsets = lengths.map((length) => {
    end += length;
    return end - length;
  });
  const fields = fieldsOf(page, rowsPerStrip, offsets, lengths);
  return Buffer.concat([directory(fields, start, isLast ? 0 : end), ...strips]);
}

interface Field {
  readonly tag: number;
  readonly type: typeof SHORT | typeof LONG;
  readonly values: readonly number[];
}

/** Baseline fields in order of tag. */
function fieldsOf(
  { width, height, channels, isBilevel }: Samples,
  rowsPerStrip: number,
  offsets: readonly number[],
  lengths: readonly number[],
): Field[] {
  const bits = isBilevel ? [1] : Array.from({ length: channels }, () => 8);
  return [
    { tag: 256, type: LONG, values: [width] },
    { tag: 257, type: LONG, values: [height] },
    { tag: 258, type: SHORT, values: bits },
    { tag: 259, type: SHORT, values: [DEFLATE] },
    { tag: 262, type: SHORT, values: [channels === 3 ? RGB : BLACK_IS_ZERO] },
    { tag: 273, type: LONG, values: offsets },
    { tag: 277, type: SHORT, values: [channels] },
    { tag: 278, type: LONG, values: [rowsPerStrip] },
    { tag: 279, type: LONG, values: lengths },
    ...(isBilevel ? [] : [{ tag: 317, type: SHORT, values: [HORIZONTAL_DIFFERENCES] } as const]),
  ];
}

/** A directory with the values that do not fit in it right behind. */
function directory(fields: readonly Field[], start: number, next: number): Buffer {
  const entriesEnd = 2 + fields.length * ENTRY_BYTES;
  const bytes: Buffer[] = [Buffer.alloc(entriesEnd + 4)];
  let end = start + bytes[0]!.length;
  bytes[0]!.writeUInt16LE(fields.length, 0);
  for (const [index, { tag, type, values }] of fields.entries()) {
    const at = 2 + index * ENTRY_BYTES;
    bytes[0]!.writeUInt16LE(tag, at);
    bytes[0]!.writeUInt16LE(type, at + 2);
    bytes[0]!.writeUInt32LE(values.length, at + 4);
    const data = padded(numbers(type, values));
    if (data.length <= 4) data.copy(bytes[0]!, at + 8);
    else {
      bytes[0]!.writeUInt32LE(end, at + 8);
      bytes.push(data);
      end += data.length;
    }
  }
  bytes[0]!.writeUInt32LE(next, entriesEnd);
  return Buffer.concat(bytes);
}

function numbers(type: Field["type"], values: readonly number[]): Buffer {
  const size = type === SHORT ? 2 : 4;
  const bytes = Buffer.alloc(values.length * size);
  for (const [index, value] of values.entries()) bytes.writeUIntLE(value, index * size, size);
  return bytes;
}

/** Everything in a TIFF begins at an even offset. */
function padded(bytes: Buffer): Buffer {
  return bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
}

/** One bit a pixel, rows filled up to whole bytes. */
function packed({ data, width, height }: Samples): Uint8Array {
  const rowBytes = Math.ceil(width / 8);
  const bits = new Uint8Array(rowBytes * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (data[row * width + column]) bits[row * rowBytes + (column >> 3)]! |= 0x80 >> (column & 7);
    }
  }
  return bits;
}

/** Every sample as its difference from the pixel to the left, which deflates better (TIFF 6.0, 14). */
function differences({ data, width, height, channels }: Samples): Uint8Array {
  const rowBytes = width * channels;
  const result = Uint8Array.from(data);
  for (let row = 0; row < height; row++) {
    for (let at = (row + 1) * rowBytes - 1; at >= row * rowBytes + channels; at--)
      result[at]! -= result[at - channels]!;
  }
  return result;
}
