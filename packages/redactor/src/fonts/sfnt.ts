/** A TrueType or OpenType file as its tables by tag (OpenType 1.9, "Organization of an OpenType Font"). */
export interface Sfnt {
  readonly version: number;
  readonly tables: ReadonlyMap<string, Buffer>;
}

const HEADER_BYTES = 12;
const RECORD_BYTES = 16;

/** Takes a font file apart; undefined when it is not one, or its tables lie outside of it. */
export function readSfnt(file: Uint8Array): Sfnt | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  if (bytes.length < HEADER_BYTES || bytes.toString("latin1", 0, 4) === "ttcf") return undefined;
  const count = bytes.readUInt16BE(4);
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < count; index++) {
    const record = HEADER_BYTES + index * RECORD_BYTES;
    if (record + RECORD_BYTES > bytes.length) return undefined;
    const [start, length] = [bytes.readUInt32BE(record + 8), bytes.readUInt32BE(record + 12)];
    if (start > bytes.length) return undefined;
    tables.set(bytes.toString("latin1", record, record + 4), bytes.subarray(start, start + length));
  }
  return { version: bytes.readUInt32BE(0), tables };
}

/** Puts tables together to a font file, in order of tag, with right checksums. */
export function writeSfnt({ version, tables }: Sfnt): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const header = Buffer.alloc(HEADER_BYTES + sorted.length * RECORD_BYTES);
  const log = Math.floor(Math.log2(Math.max(1, sorted.length)));
  header.writeUInt32BE(version, 0);
  header.writeUInt16BE(sorted.length, 4);
  header.writeUInt16BE(2 ** log * RECORD_BYTES, 6);
  header.writeUInt16BE(log, 8);
  header.writeUInt16BE((sorted.length - 2 ** log) * RECORD_BYTES, 10);
  const parts: Buffer[] = [header];
  let at = header.length;
  for (const [index, [tag, table]] of sorted.entries()) {
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4);
    table.copy(padded);
    const record = HEADER_BYTES + index * RECORD_BYTES;
    header.write(tag, record, 4, "latin1");
    header.writeUInt32BE(checksum(padded), record + 4);
    header.writeUInt32BE(at, record + 8);
    header.writeUInt32BE(table.length, record + 12);
    parts.push(padded);
    at += padded.length;
  }
  return Buffer.concat(parts);
}

function checksum(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
