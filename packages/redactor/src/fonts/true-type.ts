import { charsOfCmap, writeCmap } from "./cmap-table.js";
import { blankMetrics, copiedTables, namelessPost } from "./glyph-metrics.js";
import { readSfnt, type Sfnt, writeSfnt } from "./sfnt.js";

/**
 * Tables that draw outlines. All others go: names, bitmaps, glyph substitution, metadata. `cmap` and `post` are written anew.
 */
const KEPT_TABLES = [
  "cvt ",
  "fpgm",
  "gasp",
  "glyf",
  "head",
  "hhea",
  "hmtx",
  "loca",
  "maxp",
  "OS/2",
  "prep",
  "vhea",
  "vmtx",
];
/** Flags of a composite glyph's parts (OpenType 1.9, glyf). */
const ARGUMENTS_ARE_WORDS = 1;
const HAS_SCALE = 8;
const MORE_COMPONENTS = 32;
const HAS_XY_SCALE = 64;
const HAS_TWO_BY_TWO = 128;

/** What of a TrueType font is still used. */
export interface UsedGlyphs {
  readonly glyphs: ReadonlySet<number>;
  /** Character codes looked up in the font's own `cmap`; empty where the file maps codes to glyphs itself. */
  readonly chars: ReadonlySet<number>;
}

/** The font with every glyph empty that is not used, and no other trace of it; undefined when it cannot be followed. */
export function withoutUnusedGlyphs(file: Uint8Array, { glyphs, chars }: UsedGlyphs): Buffer | undefined {
  const font = readSfnt(file);
  const places = font && glyphPlaces(font);
  if (!font || !places) return undefined;
  const glyf = font.tables.get("glyf")!;
  const kept = new Set(glyphs);
  if (chars.size > 0) {
    const mapped = charsOfCmap(font.tables.get("cmap"));
    if (!mapped) return undefined;
    for (const [char, glyph] of mapped) if (chars.has(char)) kept.add(glyph);
  }
  addNotdef(kept);
  addComponents(glyf, places, kept);
  const tables = copiedTables(font, KEPT_TABLES);
  writeGlyphs(glyf, places, kept, tables);
  blankMetrics(tables, kept);
  tables.set("post", namelessPost(font.tables.get("post")));
  const cmap = chars.size > 0 && writeCmap(font.tables.get("cmap"), chars);
  if (cmap) tables.set("cmap", cmap);
  return writeSfnt({ version: font.version, tables });
}

/** Glyph 0 is what a reader draws for a missing character. */
function addNotdef(kept: Set<number>): void {
  kept.add(0);
}

/** Start and end of each glyph in `glyf`, two numbers each. */
function glyphPlaces({ tables }: Sfnt): readonly number[] | undefined {
  const [head, loca, maxp, glyf] = ["head", "loca", "maxp", "glyf"].map((tag) => tables.get(tag));
  if (!head || !loca || !maxp || !glyf || head.length < 54 || maxp.length < 6) return undefined;
  const isLong = head.readInt16BE(50) !== 0;
  const count = Math.min(maxp.readUInt16BE(4), Math.floor(loca.length / (isLong ? 4 : 2)) - 1);
  const at = (index: number) => (isLong ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2);
  return Array.from({ length: Math.max(0, count) }, (_, glyph) => {
    const start = Math.min(at(glyph), glyf.length);
    return [start, Math.max(start, Math.min(at(glyph + 1), glyf.length))];
  }).flat();
}

/** Accents and strokes that kept glyphs are put together from. */
function addComponents(glyf: Buffer, places: readonly number[], kept: Set<number>): void {
  // A set may grow while it is walked; what is added is walked too.
  for (const glyph of kept) {
    const [start = 0, end = 0] = places.slice(glyph * 2, glyph * 2 + 2);
    if (end - start < 10 || glyf.readInt16BE(start) >= 0) continue;
    for (let at = start + 10; at + 4 <= end; ) {
      const flags = glyf.readUInt16BE(at);
      kept.add(glyf.readUInt16BE(at + 2));
      at += 4 + (flags & ARGUMENTS_ARE_WORDS ? 4 : 2);
      at += flags & HAS_SCALE ? 2 : flags & HAS_XY_SCALE ? 4 : flags & HAS_TWO_BY_TWO ? 8 : 0;
      if (!(flags & MORE_COMPONENTS)) break;
    }
  }
}

function writeGlyphs(
  glyf: Buffer,
  places: readonly number[],
  kept: ReadonlySet<number>,
  tables: Map<string, Buffer>,
): void {
  const parts: Buffer[] = [];
  const count = places.length / 2;
  const loca = Buffer.alloc((count + 1) * 4);
  let at = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    loca.writeUInt32BE(at, glyph * 4);
    if (!kept.has(glyph)) continue;
    const outline = glyf.subarray(places[glyph * 2]!, places[glyph * 2 + 1]!);
    const padded = Buffer.alloc(Math.ceil(outline.length / 4) * 4);
    outline.copy(padded);
    parts.push(padded);
    at += padded.length;
  }
  loca.writeUInt32BE(at, count * 4);
  tables.set("glyf", Buffer.concat(parts));
  tables.set("loca", loca);
  tables.get("head")!.writeInt16BE(1, 50);
}
