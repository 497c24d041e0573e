import { type CffUse, scrubbedCff } from "./cff.js";
import { charsOfCmap, writeCmap } from "./cmap-table.js";
import { blankMetrics, copiedTables, namelessPost } from "./glyph-metrics.js";
import { readSfnt, writeSfnt } from "./sfnt.js";

/** The table that draws the outlines. */
const CFF = "CFF ";
/** Tables without which readers refuse the font. All others go, as in `true-type.ts`. */
const KEPT_TABLES = ["head", "hhea", "hmtx", "maxp", "OS/2", "vhea", "vmtx"];

/** Whether a font file holds CFF outlines among tables (OpenType 1.9, "CFF"). */
export function isOpenTypeCff(file: Uint8Array): boolean {
  return readSfnt(file)?.tables.has(CFF) ?? false;
}

/** The font with every glyph blanked that is not used, and no other trace of it; undefined when it cannot be followed. */
export function withoutUnusedCffGlyphs(file: Uint8Array, use: CffUse): Buffer | undefined {
  const font = readSfnt(file);
  const outlines = font?.tables.get(CFF);
  const scrubbed = outlines && scrubbedCff(outlines, use);
  if (!font || !scrubbed) return undefined;
  const tables = copiedTables(font, KEPT_TABLES);
  tables.set(CFF, scrubbed.bytes);
  blankMetrics(tables, scrubbed.glyphs);
  tables.set("post", namelessPost(font.tables.get("post")));
  // Readers may look codes of simple fonts up by their characters.
  const mapped = charsOfCmap(font.tables.get("cmap")) ?? [];
  const chars = new Set(mapped.flatMap(([char, glyph]) => (scrubbed.glyphs.has(glyph) ? [char] : [])));
  const cmap = writeCmap(font.tables.get("cmap"), chars);
  if (cmap) tables.set("cmap", cmap);
  return writeSfnt({ version: font.version, tables });
}
