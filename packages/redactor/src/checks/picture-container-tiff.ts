import type { ForeignPart } from "./foreign-part.js";

/** Tags that pixels need (TIFF 6.0, baseline and predictor). */
const PIXEL_TAGS: ReadonlySet<number> = new Set([256, 257, 258, 259, 262, 273, 277, 278, 279, 317]);
const STRIP_OFFSETS = 273;
const STRIP_BYTES = 279;
const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;
const SHORT = 3;
const LONG = 4;

/** What does not belong in a little-endian TIFF file of pixels alone: other tags, and bytes that no tag speaks for. */
export function foreignInTiff(bytes: Uint8Array): ForeignPart | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.toString("latin1", 0, 4) !== "II*\0") return { detail: "no signature" };
  const used: [start: number, end: number][] = [[0, HEADER_BYTES]];
  const seen = new Set<number>();
  for (let at = file.readUInt32LE(4); at !== 0; ) {
    if (seen.has(at) || at + 2 > file.length) return { detail: "a broken chain of pages" };
    seen.add(at);
    const count = file.readUInt16LE(at);
    const end = at + 2 + count * ENTRY_BYTES + 4;
    if (end > file.length) return { detail: "a broken chain of pages" };
    used.push([at, end]);
    const strips = new Map<number, number[]>();
    for (let entry = at + 2; entry < end - 4; entry += ENTRY_BYTES) {
      const tag = file.readUInt16LE(entry);
      if (!PIXEL_TAGS.has(tag)) return { detail: "a tag that pixels do not need", part: `${tag}` };
      const field = readField(file, entry);
      if (!field) return { detail: "a tag that is broken", part: `${tag}` };
      if (field.outside) used.push(field.outside);
      strips.set(tag, field.values);
    }
    for (const [index, offset] of (strips.get(STRIP_OFFSETS) ?? []).entries()) {
      used.push([offset, offset + (strips.get(STRIP_BYTES)?.[index] ?? 0)]);
    }
    at = file.readUInt32LE(end - 4);
  }
  return isCovered(file, used) ? undefined : { detail: "bytes that belong to no page" };
}

function readField(
  file: Buffer,
  entry: number,
): { readonly values: number[]; readonly outside?: [number, number] } | undefined {
  const type = file.readUInt16LE(entry + 2);
  const count = file.readUInt32LE(entry + 4);
  if (type !== SHORT && type !== LONG) return undefined;
  const size = type === SHORT ? 2 : 4;
  const isInside = count * size <= 4;
  const start = isInside ? entry + 8 : file.readUInt32LE(entry + 8);
  const end = start + count * size;
  if (end > file.length) return undefined;
  const values = Array.from({ length: count }, (_, index) => file.readUIntLE(start + index * size, size));
  return isInside ? { values } : { values, outside: [start, end] };
}

/** Whether the stretches cover the file, but for single zeros that fill up to an even offset. */
function isCovered(file: Buffer, used: [start: number, end: number][]): boolean {
  let covered = 0;
  for (const [start, end] of used.sort((a, b) => a[0] - b[0])) {
    if (start - covered > 1 || (start > covered && file[covered] !== 0)) return false;
    covered = Math.max(covered, end);
  }
  return covered === file.length || (covered === file.length - 1 && file[covered] === 0);
}
