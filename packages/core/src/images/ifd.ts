/** One field of an image file directory. */
export interface IfdField {
  /** Which kind of directory it stands in: the picture's own, or one that a pointer names. */
  readonly directory: "image" | "exif" | "gps" | "interop";
  readonly tag: number;
  /** TIFF field type, 2 for ASCII for instance. */
  readonly type: number;
  /** The field's bytes, in the file's byte order. */
  readonly data: Uint8Array;
  readonly littleEndian: boolean;
}

/** Bytes of one value by field type (TIFF 6.0, 2; BigTIFF adds 16 to 18). */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
/** Tags that point to further directories. */
const POINTERS: Readonly<Record<number, IfdField["directory"]>> = {
  330: "image",
  34665: "exif",
  34853: "gps",
  40965: "interop",
};
/** More directories than any picture has; a crafted file must not keep the reader busy. */
const MAX_DIRECTORIES = 2_000;
const MAX_FIELDS = 4_000;

/** Fields of all directories of a TIFF structure: a TIFF file, or what EXIF holds. What lies outside the bytes is left out. */
export function readIfds(bytes: Uint8Array): IfdField[] {
  if (bytes.length < 8) return [];
  const littleEndian = bytes[0] === 0x49;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isBig = view.getUint16(2, littleEndian) === 43;
  const number = (at: number): number =>
    isBig ? Number(view.getBigUint64(at, littleEndian)) : view.getUint32(at, littleEndian);
  const [countBytes, wordBytes] = isBig ? [8, 8] : [2, 4];
  const entryBytes = 4 + 2 * wordBytes;
  const fields: IfdField[] = [];
  const seen = new Set<number>();
  const waiting = [{ at: isBig && bytes.length >= 16 ? number(8) : number(4), directory: "image" as const }] as {
    at: number;
    directory: IfdField["directory"];
  }[];
  for (let next = waiting.shift(); next && seen.size < MAX_DIRECTORIES; next = waiting.shift()) {
    const { at, directory } = next;
    if (at === 0 || seen.has(at) || at + countBytes > bytes.length) continue;
    seen.add(at);
    const count = Math.min(isBig ? number(at) : view.getUint16(at, littleEndian), MAX_FIELDS);
    for (let index = 0; index < count; index++) {
      const entry = at + countBytes + index * entryBytes;
      if (entry + entryBytes > bytes.length) break;
      const tag = view.getUint16(entry, littleEndian);
      const type = view.getUint16(entry + 2, littleEndian);
      const size = number(entry + 4) * (TYPE_BYTES[type] ?? 0);
      const value = entry + 4 + wordBytes;
      const start = size <= wordBytes ? value : number(value);
      if (start + size > bytes.length) continue;
      const data = bytes.subarray(start, start + size);
      fields.push({ directory, tag, type, data, littleEndian });
      const pointed = POINTERS[tag];
      if (pointed)
        for (const target of numbersOf({ type, data, littleEndian })) waiting.push({ at: target, directory: pointed });
    }
    const link = at + countBytes + count * entryBytes;
    if (link + wordBytes <= bytes.length) waiting.push({ at: number(link), directory });
  }
  return fields;
}

/** A field's numbers: bytes, shorts, longs, and rationals as quotients. Empty for text. */
export function numbersOf({ type, data, littleEndian }: Pick<IfdField, "type" | "data" | "littleEndian">): number[] {
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const read = READERS[type];
  const size = TYPE_BYTES[type] ?? 0;
  if (!read || size === 0) return [];
  return Array.from({ length: Math.floor(data.length / size) }, (_, index) => read(view, index * size, littleEndian));
}

type Reader = (view: DataView, at: number, littleEndian: boolean) => number;

const long: Reader = (view, at, little) => view.getUint32(at, little);
const bigLong: Reader = (view, at, little) => Number(view.getBigUint64(at, little));
const READERS: Readonly<Record<number, Reader>> = {
  1: (view, at) => view.getUint8(at),
  3: (view, at, little) => view.getUint16(at, little),
  4: long,
  5: (view, at, little) => view.getUint32(at, little) / view.getUint32(at + 4, little),
  10: (view, at, little) => view.getInt32(at, little) / view.getInt32(at + 4, little),
  13: long,
  16: bigLong,
  18: bigLong,
};
