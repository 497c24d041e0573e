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
  /** Where its entry in the directory ends. */
  readonly end: number;
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

/** A header and the smallest directory do not fit into fewer bytes. */
const MIN_BYTES = 16;

/** Fields of all directories of a TIFF structure: a TIFF file, or what EXIF holds. What lies outside the bytes is left out. */
export function readIfds(bytes: Uint8Array): IfdField[] {
  if (bytes.length < MIN_BYTES) return [];
  const layout = layoutOf(bytes);
  const fields: IfdField[] = [];
  const seen = new Set<number>();
  const waiting: { readonly at: number; readonly directory: IfdField["directory"] }[] = [
    { at: layout.word(layout.wordBytes === 8 ? 8 : 4), directory: "image" },
  ];
  for (let next = waiting.shift(); next && seen.size < MAX_DIRECTORIES; next = waiting.shift()) {
    const { at, directory } = next;
    if (at === 0 || seen.has(at) || at + layout.countBytes > bytes.length) continue;
    seen.add(at);
    const count = Math.min(layout.count(at), MAX_FIELDS);
    for (const field of fieldsAt(bytes, at, directory, layout)) {
      fields.push(field);
      const pointed = POINTERS[field.tag];
      if (pointed) {
        for (const target of numbersOf(field).slice(0, MAX_DIRECTORIES))
          waiting.push({ at: target, directory: pointed });
      }
    }
    const link = at + layout.countBytes + count * layout.entryBytes;
    if (link + layout.wordBytes <= bytes.length) waiting.push({ at: layout.word(link), directory });
  }
  return fields;
}

/** Fields of the one directory at a place in a TIFF structure that no pointer of the standard names. */
export function readIfd(bytes: Uint8Array, at: number): IfdField[] {
  if (bytes.length < MIN_BYTES || at < 0) return [];
  const layout = layoutOf(bytes);
  return at + layout.countBytes > bytes.length ? [] : [...fieldsAt(bytes, at, "exif", layout)];
}

function* fieldsAt(
  bytes: Uint8Array,
  at: number,
  directory: IfdField["directory"],
  layout: IfdLayout,
): Generator<IfdField> {
  const count = Math.min(layout.count(at), MAX_FIELDS);
  for (let index = 0; index < count; index++) {
    const field = readField(bytes, at + layout.countBytes + index * layout.entryBytes, directory, layout);
    if (field) yield field;
  }
}

/** How a TIFF structure writes its numbers. */
interface IfdLayout {
  readonly view: DataView;
  readonly littleEndian: boolean;
  readonly countBytes: 2 | 8;
  readonly wordBytes: 4 | 8;
  readonly entryBytes: 12 | 20;
  /** How many fields a directory says it has. */
  count(at: number): number;
  /** An offset, or the number of a field's values. */
  word(at: number): number;
}

function layoutOf(bytes: Uint8Array): IfdLayout {
  const littleEndian = bytes[0] === 0x49;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const long = (at: number): number => Number(view.getBigUint64(at, littleEndian));
  const isBig = view.getUint16(2, littleEndian) === 43;
  if (isBig) return { view, littleEndian, countBytes: 8, wordBytes: 8, entryBytes: 20, count: long, word: long };
  return {
    view,
    littleEndian,
    countBytes: 2,
    wordBytes: 4,
    entryBytes: 12,
    count: (at) => view.getUint16(at, littleEndian),
    word: (at) => view.getUint32(at, littleEndian),
  };
}

/** A field, its value taken from wherever it is. Undefined where it lies outside the bytes. */
function readField(
  bytes: Uint8Array,
  entry: number,
  directory: IfdField["directory"],
  { view, littleEndian, wordBytes, entryBytes, word }: IfdLayout,
): IfdField | undefined {
  if (entry + entryBytes > bytes.length) return undefined;
  const type = view.getUint16(entry + 2, littleEndian);
  const size = word(entry + 4) * (TYPE_BYTES[type] ?? 0);
  const value = entry + 4 + wordBytes;
  const start = size <= wordBytes ? value : word(value);
  if (start + size > bytes.length) return undefined;
  const data = bytes.subarray(start, start + size);
  return { directory, tag: view.getUint16(entry, littleEndian), type, data, littleEndian, end: entry + entryBytes };
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
