import type { Sfnt } from "./sfnt.js";

/** Copies of those of these tables that the font has. */
export function copiedTables({ tables }: Sfnt, tags: readonly string[]): Map<string, Buffer> {
  const copies = new Map<string, Buffer>();
  for (const tag of tags) {
    const table = tables.get(tag);
    if (table) copies.set(tag, Buffer.from(table));
  }
  return copies;
}

/** Changes the tables: advances of glyphs that are gone say which they were. */
export function blankMetrics(tables: ReadonlyMap<string, Buffer>, kept: ReadonlySet<number>): void {
  blankAdvances(tables, "hmtx", "hhea", kept);
  blankAdvances(tables, "vmtx", "vhea", kept);
}

function blankAdvances(
  tables: ReadonlyMap<string, Buffer>,
  metrics: string,
  header: string,
  kept: ReadonlySet<number>,
): void {
  const [table, head] = [tables.get(metrics), tables.get(header)];
  if (!table || !head || head.length < 36) return;
  const long = head.readUInt16BE(34);
  const glyphs = long + Math.max(0, Math.floor((table.length - long * 4) / 2));
  for (let glyph = 0; glyph < glyphs; glyph++) {
    // The last long entry's advance holds for all glyphs after it.
    const [start, end] =
      glyph < long ? [glyph * 4, glyph * 4 + 4] : [long * 4 + (glyph - long) * 2, long * 4 + (glyph - long) * 2 + 2];
    // A damaged header may promise more than the table holds.
    if (start >= table.length) return;
    if (!kept.has(glyph) && glyph !== long - 1) table.fill(0, start, Math.min(end, table.length));
  }
}

/** A `post` table of version 3: no glyph names. */
export function namelessPost(post: Buffer | undefined): Buffer {
  const header = Buffer.alloc(32);
  post?.copy(header, 0, 0, 32);
  header.writeUInt32BE(0x00030000, 0);
  return header;
}
