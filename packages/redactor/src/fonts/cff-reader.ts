/** Where the items of a CFF INDEX stand (Adobe Technical Note 5176, 5). */
export interface CffIndex {
  /** Start of each item and, as the last number, the end of the last. */
  readonly offsets: readonly number[];
  readonly end: number;
}

/** The parts of a CFF font with one font in it that matter for glyphs. */
export interface Cff {
  readonly bytes: Buffer;
  readonly top: ReadonlyMap<number, DictEntry>;
  readonly strings: CffIndex;
  readonly charStrings: CffIndex;
  /** SID, or CID in a CID-keyed font, of each glyph. */
  readonly charset: readonly number[];
  /** Where the charset stands; undefined for one of the predefined ones. */
  readonly charsetPlace: { readonly start: number; readonly end: number } | undefined;
  readonly isCidKeyed: boolean;
}

/** An entry of a DICT: its operands, and where the last one is written. */
export interface DictEntry {
  readonly values: readonly number[];
  readonly lastOperand: { readonly start: number; readonly end: number };
}

/** Operators of a Top DICT (table 9). Two-byte ones are 1200 + second byte. */
export const CHARSET = 15;
export const ENCODING = 16;
export const CHAR_STRINGS = 17;
const ROS = 1230;
/** The lowest charset offset that is one; below are the predefined charsets. */
const PREDEFINED_CHARSETS = 3;

/** Takes a CFF font apart; undefined when it cannot be followed. */
export function readCff(file: Uint8Array): Cff | undefined {
  const bytes = Buffer.from(file);
  try {
    const names = readIndex(bytes, bytes.readUInt8(2));
    const tops = readIndex(bytes, names.end);
    if (tops.offsets.length !== 2) return undefined;
    const strings = readIndex(bytes, tops.end);
    const top = readDict(bytes, tops.offsets[0]!, tops.offsets[1]!);
    const charStringsAt = top.get(CHAR_STRINGS)?.values[0];
    if (charStringsAt === undefined) return undefined;
    const charStrings = readIndex(bytes, charStringsAt);
    const count = charStrings.offsets.length - 1;
    const charsetAt = top.get(CHARSET)?.values[0] ?? 0;
    const read = charsetAt >= PREDEFINED_CHARSETS ? readCharset(bytes, charsetAt, count) : undefined;
    return {
      bytes,
      top,
      strings,
      charStrings,
      // The predefined ISOAdobe charset: SIDs in order.
      charset: read?.charset ?? Array.from({ length: count }, (_, glyph) => glyph),
      charsetPlace: read && { start: charsetAt, end: read.end },
      isCidKeyed: top.has(ROS),
    };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The INDEX that begins at a place. @throws {RangeError} when it lies outside the file */
export function readIndex(bytes: Buffer, start: number): CffIndex {
  const count = bytes.readUInt16BE(start);
  if (count === 0) return { offsets: [], end: start + 2 };
  const size = bytes.readUInt8(start + 2);
  const base = start + 2 + (count + 1) * size;
  const offsets = Array.from(
    { length: count + 1 },
    (_, index) => base + bytes.readUIntBE(start + 3 + index * size, size),
  );
  const end = offsets.at(-1)!;
  const isAscending = offsets.every((offset, index) => index === 0 || offset >= offsets[index - 1]!);
  if (!isAscending || end > bytes.length) throw new RangeError("an INDEX outside the font");
  return { offsets, end };
}

/** The entries of the DICT from one place to another, by operator, in their order. @throws {RangeError} when it is cut off */
export function readDict(bytes: Buffer, start: number, end: number): Map<number, DictEntry> {
  const entries = new Map<number, DictEntry>();
  let values: number[] = [];
  let lastOperand = { start, end: start };
  for (let at = start; at < end; ) {
    const byte = bytes.readUInt8(at);
    if (byte <= 21) {
      const operator = byte === 12 ? 1200 + bytes.readUInt8(at + 1) : byte;
      entries.set(operator, { values, lastOperand });
      values = [];
      at += byte === 12 ? 2 : 1;
      continue;
    }
    const { value, length } = readOperand(bytes, at, byte);
    lastOperand = { start: at, end: at + length };
    values.push(value);
    at += length;
  }
  return entries;
}

/** Table 3 and 4. */
function readOperand(bytes: Buffer, at: number, byte: number): { value: number; length: number } {
  if (byte === 28) return { value: bytes.readInt16BE(at + 1), length: 3 };
  if (byte === 29) return { value: bytes.readInt32BE(at + 1), length: 5 };
  if (byte === 30) {
    let length = 1;
    while ((bytes.readUInt8(at + length) & 0x0f) !== 0x0f && bytes.readUInt8(at + length) >> 4 !== 0x0f) length++;
    return { value: Number.NaN, length: length + 1 };
  }
  if (byte >= 251) return { value: -(byte - 251) * 256 - bytes.readUInt8(at + 1) - 108, length: 2 };
  if (byte >= 247) return { value: (byte - 247) * 256 + bytes.readUInt8(at + 1) + 108, length: 2 };
  return { value: byte - 139, length: 1 };
}

/** Table 17 to 20. Glyph 0 is not listed. */
function readCharset(bytes: Buffer, start: number, count: number): { charset: number[]; end: number } {
  const format = bytes.readUInt8(start);
  if (format > 2) throw new RangeError("a charset of an unknown kind");
  const charset = [0];
  let at = start + 1;
  while (charset.length < count) {
    const first = bytes.readUInt16BE(at);
    at += 2;
    const left = format === 0 ? 0 : format === 1 ? bytes.readUInt8(at) : bytes.readUInt16BE(at);
    at += format;
    for (let step = 0; step <= left && charset.length < count; step++) charset.push(first + step);
  }
  return { charset, end: at };
}
