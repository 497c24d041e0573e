import { CHAR_STRINGS, CHARSET, type DictEntry, ENCODING, readDict, readIndex } from "./cff-reader.js";

/** Operators whose last operand is an offset from the start of the font (Adobe Technical Note 5176, tables 9 and 10). */
const PRIVATE = 18;
const FD_ARRAY = 1236;
const FD_SELECT = 1237;
const WITH_OFFSETS: ReadonlySet<number> = new Set([CHARSET, ENCODING, CHAR_STRINGS, PRIVATE, FD_ARRAY, FD_SELECT]);
/** What an operand of four bytes begins with (table 3). */
const LONG = 29;
/** Bytes of an offset within an INDEX. */
const OFFSET_SIZE = 4;

/**
 * The same font with every offset of its Top DICT, and of the Font DICTs of a CID-keyed font, written so long that any number
 * fits; undefined when it cannot be followed. Most programs write them as short as they may be, which leaves no room to move
 * a part.
 */
export function withLongOffsets(bytes: Buffer): Buffer | undefined {
  try {
    return lengthenedFont(bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** @throws {RangeError} when a part lies outside the file */
function lengthenedFont(bytes: Buffer): Buffer {
  const { end: before } = readIndex(bytes, bytes.readUInt8(2));
  const tops = readIndex(bytes, before);
  const place = [tops.offsets[0]!, tops.offsets[1]!] as const;
  const entries = readDict(bytes, ...place);
  const written = (shift: number) =>
    indexOf([
      lengthened(bytes, place, entries, (value, operator) => {
        // Lower numbers stand for what every reader has: predefined charsets and encodings.
        if (value < tops.end) return value;
        return operator === FD_ARRAY ? bytes.length + shift : value + shift;
      }),
    ]);
  const shift = written(0).length - (tops.end - before);
  const fontDicts = entries.get(FD_ARRAY)?.values[0];
  return Buffer.concat([
    bytes.subarray(0, before),
    written(shift),
    bytes.subarray(tops.end),
    ...(fontDicts === undefined ? [] : [longFontDicts(bytes, fontDicts, shift)]),
  ]);
}

function longFontDicts(bytes: Buffer, at: number, shift: number): Buffer {
  const { offsets } = readIndex(bytes, at);
  const dicts = offsets.slice(1).map((end, index) => {
    const place = [offsets[index]!, end] as const;
    return lengthened(bytes, place, readDict(bytes, ...place), (value) => (value === 0 ? 0 : value + shift));
  });
  return indexOf(dicts);
}

/** A DICT with the offsets in it written long. */
function lengthened(
  bytes: Buffer,
  [start, end]: readonly [start: number, end: number],
  entries: ReadonlyMap<number, DictEntry>,
  moved: (offset: number, operator: number) => number,
): Buffer {
  const parts: Buffer[] = [];
  let done = start;
  const inOrder = [...entries].sort(([, a], [, b]) => a.lastOperand.start - b.lastOperand.start);
  for (const [operator, { values, lastOperand }] of inOrder) {
    if (!WITH_OFFSETS.has(operator) || values.length === 0) continue;
    const operand = Buffer.alloc(1 + OFFSET_SIZE, LONG);
    operand.writeInt32BE(moved(values.at(-1)!, operator), 1);
    parts.push(bytes.subarray(done, lastOperand.start), operand);
    done = lastOperand.end;
  }
  return Buffer.concat([...parts, bytes.subarray(done, end)]);
}

/** An INDEX of at least one item (Technical Note 5176, 5). */
function indexOf(items: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(3 + (items.length + 1) * OFFSET_SIZE);
  header.writeUInt16BE(items.length, 0);
  header.writeUInt8(OFFSET_SIZE, 2);
  let offset = 1;
  for (const [at, item] of items.entries()) {
    header.writeUInt32BE(offset, 3 + at * OFFSET_SIZE);
    offset += item.length;
  }
  header.writeUInt32BE(offset, 3 + items.length * OFFSET_SIZE);
  return Buffer.concat([header, ...items]);
}
