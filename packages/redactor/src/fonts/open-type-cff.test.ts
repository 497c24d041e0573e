import { expect, test } from "vitest";
import { charsOfCmap } from "./cmap-table.js";
import { isOpenTypeCff, withoutUnusedCffGlyphs } from "./open-type-cff.js";
import { readSfnt, writeSfnt } from "./sfnt.js";

/** A CFF font of three glyphs that are told apart by their letters (Adobe Technical Note 5176); CIDs are glyph indices. */
function outlines(): Buffer {
  const glyphs = ["notdef\x0e", "first\x0e", "second\x0e"].map((glyph) => Buffer.from(glyph));
  const ends = glyphs.map((_, at) => 1 + glyphs.slice(0, at + 1).reduce((sum, { length }) => sum + length, 0));
  const names = Buffer.from([0, 1, 1, 1, 2, 0x46]);
  // CharStrings come after header, names, this DICT of one entry, no strings and no subroutines.
  const top = Buffer.from([0, 1, 1, 1, 3, 139 + 4 + 6 + 7 + 4, 17]);
  const charStrings = Buffer.concat([Buffer.from([0, 3, 1, 1, ...ends]), ...glyphs]);
  return Buffer.concat([Buffer.from([1, 0, 4, 1]), names, top, Buffer.alloc(4), charStrings]);
}

/** Format 6: "A" and "B" are the glyphs 1 and 2. */
const CMAP = Buffer.from([0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 12, 0, 6, 0, 14, 0, 0, 0, 0x41, 0, 2, 0, 1, 0, 2]);
const HHEA = Buffer.alloc(36);
HHEA.writeUInt16BE(3, 34);
const HMTX = Buffer.from([1, 1, 0, 0, 2, 2, 0, 0, 3, 3, 0, 0]);

const FONT = writeSfnt({
  version: 0x4f54544f,
  tables: new Map([
    ["CFF ", outlines()],
    ["GSUB", Buffer.from("substitutes")],
    ["cmap", CMAP],
    ["hhea", HHEA],
    ["hmtx", HMTX],
    ["name", Buffer.from("a name")],
  ]),
});

test("an OpenType file with CFF outlines keeps used glyphs, their advances and characters, and no other table", () => {
  expect(isOpenTypeCff(FONT)).toBe(true);
  const { tables } = readSfnt(withoutUnusedCffGlyphs(FONT, { cids: new Set([2]) })!)!;
  expect([...tables.keys()].sort()).toEqual(["CFF ", "cmap", "hhea", "hmtx", "post"]);
  expect(tables.get("CFF ")!.includes("second")).toBe(true);
  expect(tables.get("CFF ")!.includes("first")).toBe(false);
  expect(charsOfCmap(tables.get("cmap"))).toEqual([[0x42, 2]]);
  expect([...tables.get("hmtx")!]).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0]);
});

test("a file whose outlines are cut off is not followed", () => {
  const { version, tables } = readSfnt(FONT)!;
  const cut = writeSfnt({ version, tables: new Map([...tables, ["CFF ", outlines().subarray(0, 20)]]) });
  expect(withoutUnusedCffGlyphs(cut, { cids: new Set([2]) })).toBeUndefined();
});

test("bare CFF outlines are no OpenType file", () => {
  expect(isOpenTypeCff(outlines())).toBe(false);
});
