import { deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";

/** A picture with a printed pattern, as a camera would take it; another seed is another picture. */
export function takenPicture(seed = 1, [width, height] = [480, 320]): Sharp {
  const data = Uint8Array.from({ length: width! * height! * 3 }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % width!, Math.floor(at / 3 / width!)];
    return 128 + 110 * Math.sin((x * seed + y * 3) / 23) * Math.cos((y * seed - x) / 31);
  });
  return sharp(data, { raw: { width: width!, height: height!, channels: 3 } });
}

/** One entry of a directory, its bytes in little-endian order. */
export interface IfdEntry {
  readonly tag: number;
  /** TIFF field type: 1 bytes, 2 ASCII, 4 a long, 7 undefined. */
  readonly type: number;
  readonly data: Uint8Array;
}

export function asciiEntry(tag: number, text: string): IfdEntry {
  return { tag, type: 2, data: Buffer.from(`${text}\0`) };
}

export function longEntry(tag: number, value: number): IfdEntry {
  const data = Buffer.alloc(4);
  data.writeUInt32LE(value);
  return { tag, type: 4, data };
}

/** A directory at `at`, with the offset of the next one, then the values that do not fit into it. */
export function directory(at: number, entries: readonly IfdEntry[], next = 0): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  head.writeUInt16LE(entries.length);
  head.writeUInt32LE(next, head.length - 4);
  const values: Buffer[] = [];
  let end = at + head.length;
  for (const [index, { tag, type, data }] of entries.toSorted((a, b) => a.tag - b.tag).entries()) {
    const entry = 2 + index * 12;
    head.writeUInt16LE(tag, entry);
    head.writeUInt16LE(type, entry + 2);
    head.writeUInt32LE(type === 4 ? data.length / 4 : data.length, entry + 4);
    if (data.length <= 4) head.set(data, entry + 8);
    else {
      head.writeUInt32LE(end, entry + 8);
      values.push(Buffer.from(data), Buffer.alloc(data.length % 2));
      end += data.length + (data.length % 2);
    }
  }
  return Buffer.concat([head, ...values]);
}

/** What an EXIF structure is to hold. */
export interface ExifPlan {
  readonly make: string;
  /** Given where the notes begin in the structure. */
  readonly notes?: (at: number) => Uint8Array;
  readonly others?: readonly IfdEntry[];
  readonly thumbnail?: Uint8Array;
}

/** An EXIF structure in little-endian order, the maker's notes last in it. */
export function exifStructure({ make, notes, others = [], thumbnail }: ExifPlan): Buffer {
  const header = Buffer.from("II*\0\x08\0\0\0", "latin1");
  // The first directory is as long whatever it points to.
  const firstAt = (exif: number, second: number) =>
    directory(header.length, [asciiEntry(271, make), longEntry(34665, exif)], second);
  const exifAt = header.length + firstAt(0, 0).length;
  // The notes begin where the directory without them would end, and the values of the others are before them.
  const withNotes = (size: Uint8Array) =>
    directory(exifAt, [...others, { tag: 37500, type: 7, data: size.length < 5 ? Buffer.alloc(5) : size }]);
  const placeholder = Buffer.from("?place-of-the-notes?");
  const notesAt = exifAt + withNotes(placeholder).indexOf(placeholder);
  const exif = notes ? withNotes(notes(notesAt)) : directory(exifAt, others);
  const secondAt = exifAt + exif.length;
  if (!thumbnail) return Buffer.concat([header, firstAt(exifAt, 0), exif]);
  const second = (start: number) =>
    directory(secondAt, [longEntry(259, 6), longEntry(513, start), longEntry(514, thumbnail.length)]);
  const start = secondAt + second(0).length;
  return Buffer.concat([header, firstAt(exifAt, secondAt), exif, second(start), thumbnail]);
}

/** A JPEG file with a segment behind its first marker. */
export function withSegment(jpeg: Uint8Array, marker: number, ...content: Uint8Array[]): Buffer {
  const data = Buffer.concat(content);
  const head = Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}

/** An XMP packet in an extension of several segments of so many bytes (XMP specification part 3, 1.1.3.1). */
export function withExtendedXmp(jpeg: Uint8Array, packet: Uint8Array, portionBytes: number): Buffer {
  let out: Buffer = Buffer.from(jpeg);
  const digest = "0123456789ABCDEF0123456789ABCDEF";
  const main = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:xmpNote="http://ns.adobe.com/xmp/note/" xmpNote:HasExtendedXMP="${digest}"/></rdf:RDF></x:xmpmeta>`;
  const starts = Array.from({ length: Math.ceil(packet.length / portionBytes) }, (_, index) => index * portionBytes);
  for (const start of starts) {
    const numbers = Buffer.alloc(8);
    numbers.writeUInt32BE(packet.length);
    numbers.writeUInt32BE(start, 4);
    const head = Buffer.from(`http://ns.adobe.com/xmp/extension/\0${digest}`);
    out = withSegment(out, 0xe1, head, numbers, packet.subarray(start, start + portionBytes));
  }
  return withSegment(out, 0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0"), Buffer.from(main));
}

/** One of Photoshop's image resources. */
export function photoshopResource(id: number, data: Uint8Array, name = ""): Buffer {
  const named = Buffer.from(`${String.fromCharCode(Buffer.byteLength(name))}${name}`);
  const head = Buffer.alloc(6 + named.length + (named.length % 2) + 4);
  head.write("8BIM");
  head.writeUInt16BE(id, 4);
  head.set(named, 6);
  head.writeUInt32BE(data.length, head.length - 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** An ICC profile of nothing but a description, in both of the forms that there have been. */
export function profileSaying(text: string): Buffer {
  const wide = Buffer.from(text, "utf16le").swap16();
  const localized = Buffer.concat([
    Buffer.from("mluc\0\0\0\0\0\0\0\x01\0\0\0\x0czhCN", "latin1"),
    longBE(wide.length),
    longBE(28),
    wide,
  ]);
  const table = 128 + 4 + 12;
  const head = Buffer.alloc(table);
  head.writeUInt32BE(table + localized.length);
  head.write("mntrRGB XYZ ", 12);
  head.write("acsp", 36);
  head.writeUInt32BE(1, 128);
  head.write("desc", 132);
  head.writeUInt32BE(table, 136);
  head.writeUInt32BE(localized.length, 140);
  return Buffer.concat([head, localized]);
}

/** A film of no pictures, that says where it was taken and one thing more. */
export function filmTaken(position: string, comment: string): Buffer {
  const text = (type: string, value: string) => {
    const bytes = Buffer.from(value);
    const head = Buffer.alloc(4);
    head.writeUInt16BE(bytes.length);
    return box(type, Buffer.concat([head, bytes]));
  };
  const told = box("udta", Buffer.concat([text("\xa9xyz", position), text("\xa9cmt", comment)]));
  return Buffer.concat([
    box("ftyp", Buffer.from("mp42\0\0\0\0mp42isom")),
    box("mdat", Buffer.alloc(9000, 0x5a)),
    box("moov", told),
  ]);
}

function box(type: string, data: Uint8Array): Buffer {
  return Buffer.concat([longBE(data.length + 8), Buffer.from(type, "latin1"), data]);
}

function longBE(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** A PNG file with a chunk behind its header. */
export function withChunk(png: Uint8Array, type: string, ...content: Uint8Array[]): Buffer {
  const data = Buffer.concat(content);
  const typed = Buffer.concat([Buffer.from(type), data]);
  const end = 33;
  return Buffer.concat([png.subarray(0, end), longBE(data.length), typed, longBE(crc32(typed)), png.subarray(end)]);
}

/** A PNG file with a second frame, as an animation (PNG third edition, 11.3.6). */
export function withSecondFrame(
  png: Uint8Array,
  frame: Uint8Array,
  [width, height]: readonly [number, number],
): Buffer {
  const bytes = Buffer.from(png);
  const control = (sequence: number) =>
    Buffer.concat([longBE(sequence), longBE(width), longBE(height), Buffer.alloc(8), Buffer.from([0, 1, 0, 10, 0, 0])]);
  const other = Buffer.from(frame);
  const start = other.indexOf("IDAT");
  const pixels = other.subarray(start + 4, start + 4 + other.readUInt32BE(start - 4));
  const end = bytes.length - 12;
  const behind = Buffer.concat([chunk("fcTL", control(1)), chunk("fdAT", Buffer.concat([longBE(2), pixels]))]);
  const animated = Buffer.concat([bytes.subarray(0, end), behind, bytes.subarray(end)]);
  return withChunk(withChunk(animated, "fcTL", control(0)), "acTL", longBE(2), longBE(0));
}

function chunk(type: string, data: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([longBE(data.length), typed, longBE(crc32(typed))]);
}

/** Compressed as PNG's texts and profiles are. */
export const deflated = (text: string | Uint8Array): Buffer => deflateSync(text);

/** ISO 3309, which PNG's chunks end with. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
