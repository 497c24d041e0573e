/** Highest number of groups a damaged table may claim. */
const MAX_GROUPS = 0x10000;
/** As many as there are: a table says something of a character once (OpenType 1.9, cmap), and a damaged one claims more. */
const MAX_CHARS = 0x110000;
/** Real fonts have up to ten. */
const MAX_SUBTABLES = 64;

interface Subtable {
  readonly platform: number;
  readonly encoding: number;
  readonly glyphs: ReadonlyMap<number, number>;
}

/** Every character code of a font's `cmap` with its glyph, all subtables together; undefined where one cannot be read or there is none. */
export function charsOfCmap(cmap: Buffer | undefined): readonly (readonly [char: number, glyph: number])[] | undefined {
  return cmap && subtablesOf(cmap)?.flatMap(({ glyphs }) => [...glyphs]);
}

/** The table with these character codes only; one- and two-byte codes, which is all that simple fonts can ask for. */
export function writeCmap(cmap: Buffer | undefined, chars: ReadonlySet<number>): Buffer | undefined {
  if (!cmap) return undefined;
  const subtables = subtablesOf(cmap)?.map(({ platform, encoding, glyphs }) => ({
    platform,
    encoding,
    bytes: segmentMapping([...glyphs].filter(([char]) => chars.has(char) && char < 0xffff).sort(([a], [b]) => a - b)),
  }));
  if (!subtables) return undefined;
  const header = Buffer.alloc(4 + subtables.length * 8);
  header.writeUInt16BE(subtables.length, 2);
  let at = header.length;
  for (const [index, { platform, encoding, bytes }] of subtables.entries()) {
    header.writeUInt16BE(platform, 4 + index * 8);
    header.writeUInt16BE(encoding, 6 + index * 8);
    header.writeUInt32BE(at, 8 + index * 8);
    at += bytes.length;
  }
  return Buffer.concat([header, ...subtables.map(({ bytes }) => bytes)]);
}

function subtablesOf(cmap: Buffer): Subtable[] | undefined {
  const count = cmap.length >= 4 ? cmap.readUInt16BE(2) : 0;
  if (count > MAX_SUBTABLES) return undefined;
  const found: Subtable[] = [];
  for (let index = 0; index < count && 12 + index * 8 <= cmap.length; index++) {
    const record = 4 + index * 8;
    const start = cmap.readUInt32BE(record + 4);
    if (start + 6 > cmap.length) return undefined;
    const glyphs = readSubtable(cmap.subarray(start));
    if (!glyphs) return undefined;
    found.push({ platform: cmap.readUInt16BE(record), encoding: cmap.readUInt16BE(record + 2), glyphs });
  }
  return found;
}

/** Formats 0, 2, 4, 6 and 12 (OpenType 1.9, cmap); undefined for others. */
function readSubtable(table: Buffer): Map<number, number> | undefined {
  const format = table.readUInt16BE(0);
  if (format === 0) return new Map([...table.subarray(6, 262)].map((glyph, char) => [char, glyph]));
  if (format === 2) return readHighBytes(table);
  if (format === 4) return readSegments(table);
  if (format === 6) return readTrimmed(table);
  return format === 12 ? readGroups(table) : undefined;
}

/** Where the headers of format 2 begin, after a word for each high byte, and how long each is. */
const HIGH_BYTE_HEADERS = 6 + 256 * 2;
const HIGH_BYTE_HEADER = 8;

function readHighBytes(table: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  const word = (at: number) => (at + 2 <= table.length ? table.readUInt16BE(at) : 0);
  for (let high = 0; high < 0x100; high++) {
    const header = Math.floor(word(6 + high * 2) / HIGH_BYTE_HEADER);
    const at = HIGH_BYTE_HEADERS + header * HIGH_BYTE_HEADER;
    const [first, count, delta, offset] = [word(at), word(at + 2), word(at + 4), word(at + 6)];
    // The first header is that of codes of one byte: there the byte is the low one itself.
    const lows = header === 0 ? [high] : Array.from({ length: Math.min(count, 0x100) }, (_, step) => first + step);
    for (const low of lows) {
      if (low < first || low >= first + count) continue;
      const raw = word(at + 6 + offset + (low - first) * 2);
      if (raw !== 0) glyphs.set(header === 0 ? low : (high << 8) | low, (raw + delta) & 0xffff);
    }
  }
  return glyphs;
}

function readSegments(table: Buffer): Map<number, number> | undefined {
  const glyphs = new Map<number, number>();
  let chars = 0;
  const double = table.readUInt16BE(6);
  const word = (at: number) => (at + 2 <= table.length ? table.readUInt16BE(at) : 0);
  for (let segment = 0; segment < double; segment += 2) {
    const [end, start] = [word(14 + segment), word(16 + double + segment)];
    chars += Math.max(0, end - start);
    if (chars > MAX_CHARS) return undefined;
    const delta = word(16 + double * 2 + segment);
    const place = 16 + double * 3 + segment;
    const offset = word(place);
    for (let char = start; char <= end && char < 0xffff; char++) {
      const raw = offset === 0 ? char : word(place + offset + (char - start) * 2);
      const glyph = offset !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(char, glyph);
    }
  }
  return glyphs;
}

function readTrimmed(table: Buffer): Map<number, number> {
  const [first, count] = [table.readUInt16BE(6), table.readUInt16BE(8)];
  const glyphs = new Map<number, number>();
  for (let index = 0; index < count && 12 + index * 2 <= table.length; index++) {
    glyphs.set(first + index, table.readUInt16BE(10 + index * 2));
  }
  return glyphs;
}

function readGroups(table: Buffer): Map<number, number> | undefined {
  const glyphs = new Map<number, number>();
  let chars = 0;
  const count = Math.min(table.readUInt32BE(12), MAX_GROUPS);
  for (let group = 0; group < count && 28 + group * 12 <= table.length; group++) {
    const [start, end, glyph] = [0, 4, 8].map((field) => table.readUInt32BE(16 + group * 12 + field)) as [
      number,
      number,
      number,
    ];
    chars += Math.max(0, end - start);
    if (chars > MAX_CHARS) return undefined;
    for (let char = start; char <= end; char++) glyphs.set(char, glyph + char - start);
  }
  return glyphs;
}

/** Format 4 with one segment a character and the last one that the format demands. */
function segmentMapping(entries: readonly (readonly [char: number, glyph: number])[]): Buffer {
  const segments = [...entries, [0xffff, 0] as const];
  const count = segments.length;
  const log = Math.floor(Math.log2(count));
  const table = Buffer.alloc(16 + count * 8);
  const header = [4, table.length, 0, count * 2, 2 ** log * 2, log, (count - 2 ** log) * 2];
  for (const [index, value] of header.entries()) table.writeUInt16BE(value, index * 2);
  for (const [index, [char, glyph]] of segments.entries()) {
    table.writeUInt16BE(char, 14 + index * 2);
    table.writeUInt16BE(char, 16 + count * 2 + index * 2);
    table.writeUInt16BE((glyph - char) & 0xffff, 16 + count * 4 + index * 2);
  }
  return table;
}
