import { expect, test } from "vitest";
import { readSfnt, writeSfnt } from "./sfnt.js";
import { withoutUnusedGlyphs } from "./true-type.js";

/** Outlines told apart by their letters: a simple glyph each, the last one composed of the second. */
function fontOf(letters: string): Buffer {
  const glyphs = [...letters].map((letter) => simpleGlyph(letter));
  const composite = Buffer.alloc(16);
  composite.writeInt16BE(-1, 0);
  // Flags: bytes as arguments, no more parts; then the second glyph.
  composite.writeUInt16BE(0, 10);
  composite.writeUInt16BE(1, 12);
  glyphs.push(composite);
  const loca = Buffer.alloc((glyphs.length + 1) * 2);
  let at = 0;
  for (const [index, glyph] of glyphs.entries()) {
    loca.writeUInt16BE(at / 2, index * 2);
    at += glyph.length;
  }
  loca.writeUInt16BE(at / 2, glyphs.length * 2);
  const maxp = Buffer.alloc(6);
  maxp.writeUInt16BE(glyphs.length, 4);
  const hhea = Buffer.alloc(36);
  hhea.writeUInt16BE(glyphs.length, 34);
  const hmtx = Buffer.from(glyphs.flatMap((_, index) => [1, index + 1, 0, 0]));
  const tables = new Map([
    ["head", Buffer.alloc(54)],
    ["maxp", maxp],
    ["hhea", hhea],
    ["hmtx", hmtx],
    ["loca", loca],
    ["glyf", Buffer.concat(glyphs)],
    ["post", Buffer.from(`\0\x02\0\0${"\0".repeat(28)}names of glyphs`, "latin1")],
    ["name", Buffer.from("names")],
    ["cmap", byteMap()],
  ]);
  return writeSfnt({ version: 0x00010000, tables });
}

function simpleGlyph(letter: string): Buffer {
  const glyph = Buffer.alloc(20);
  glyph.writeInt16BE(1, 0);
  glyph.write(letter.repeat(8), 10);
  return glyph;
}

/** Format 0: code 65 is glyph 1, and so on. */
function byteMap(): Buffer {
  const table = Buffer.alloc(4 + 8 + 262);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(1, 4);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(262, 14);
  for (let code = 65; code < 70; code++) table[12 + 6 + code] = code - 64;
  return table;
}

function outlines(font: Buffer): string {
  return readSfnt(font)!.tables.get("glyf")!.toString("latin1");
}

test("outlines, advances and names of other glyphs go; a composite keeps what it is made of", () => {
  const font = fontOf("nabc");
  const left = withoutUnusedGlyphs(font, { glyphs: new Set([4]), chars: new Set() })!;
  expect(outlines(left)).toContain("aaaa");
  expect(outlines(left)).not.toMatch(/bbbb|cccc/);
  const { tables } = readSfnt(left)!;
  expect([...tables.keys()]).toEqual(["glyf", "head", "hhea", "hmtx", "loca", "maxp", "post"]);
  expect(left.includes("names")).toBe(false);
  const advances = Array.from({ length: 5 }, (_, glyph) => tables.get("hmtx")!.readUInt16BE(glyph * 4));
  expect(advances).toEqual([0x101, 0x102, 0, 0, 0x105]);
});

test("glyphs looked up by code stay, and the table of codes names no others", () => {
  const left = withoutUnusedGlyphs(fontOf("nabc"), { glyphs: new Set(), chars: new Set([66]) })!;
  expect(outlines(left)).toContain("bbbb");
  expect(outlines(left)).not.toMatch(/aaaa|cccc/);
  const again = withoutUnusedGlyphs(left, { glyphs: new Set(), chars: new Set([65, 66, 67]) })!;
  expect(outlines(again)).toContain("bbbb");
  expect(readSfnt(again)!.tables.get("cmap")).toEqual(readSfnt(left)!.tables.get("cmap"));
});

test.each([
  ["one byte", [0x41, 0x42, 0x43], 0x42],
  ["two bytes", [0x4e41, 0x4e42, 0x4e43], 0x4e42],
])("codes of %s are found in a table by high bytes", (_, codes, code) => {
  const { version, tables } = readSfnt(fontOf("nabc"))!;
  const font = writeSfnt({ version, tables: new Map([...tables, ["cmap", highByteMap(codes)]]) });
  const left = withoutUnusedGlyphs(font, { glyphs: new Set(), chars: new Set([code]) })!;
  expect(outlines(left)).toContain("bbbb");
  expect(outlines(left)).not.toMatch(/aaaa|cccc/);
});

/** Format 2: codes that follow one another are glyph 1, 2 and 3, by a difference of 10 from what the table says. */
function highByteMap(codes: readonly number[]): Buffer {
  const [first = 0] = codes;
  const isWide = first > 0xff;
  const headers = isWide ? 2 : 1;
  const table = Buffer.alloc(12 + 6 + 512 + headers * 8 + codes.length * 2);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(2, 12);
  table.writeUInt16BE(table.length - 12, 14);
  if (isWide) table.writeUInt16BE(8, 18 + (first >> 8) * 2);
  const header = 18 + 512 + (headers - 1) * 8;
  table.writeUInt16BE(first & 0xff, header);
  table.writeUInt16BE(codes.length, header + 2);
  table.writeInt16BE(-10, header + 4);
  // From the field itself to the glyphs, which follow.
  table.writeUInt16BE(2, header + 6);
  for (const index of codes.keys()) table.writeUInt16BE(index + 1 + 10, header + 8 + index * 2);
  return table;
}

test("a table of codes that cannot be read leaves the font in doubt", () => {
  const { version, tables } = readSfnt(fontOf("nabc"))!;
  const strange = Buffer.from(tables.get("cmap")!);
  // Format 8, for codes of mixed lengths.
  strange.writeUInt16BE(8, 12);
  const font = writeSfnt({ version, tables: new Map([...tables, ["cmap", strange]]) });
  expect(withoutUnusedGlyphs(font, { glyphs: new Set(), chars: new Set([66]) })).toBeUndefined();
});

test.each([
  ["segments", segmentMap(0x7fff)],
  ["groups", groupMap(0x2000)],
  ["subtables", subtables(0x1000)],
])("a table of codes whose %s claim every character again and again leaves the font in doubt", (_, cmap) => {
  const { version, tables } = readSfnt(fontOf("nabc"))!;
  const font = writeSfnt({ version, tables: new Map([...tables, ["cmap", cmap]]) });
  expect(withoutUnusedGlyphs(font, { glyphs: new Set(), chars: new Set([66]) })).toBeUndefined();
});

/** Format 4, each segment of all codes. */
function segmentMap(count: number): Buffer {
  const table = Buffer.alloc(12 + 16 + count * 8);
  table.writeUInt16BE(1, 2);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(4, 12);
  table.writeUInt16BE(count * 2, 12 + 6);
  for (let segment = 0; segment < count; segment++) table.writeUInt16BE(0xffff, 12 + 14 + segment * 2);
  return table;
}

/** Format 12, each group of more codes than there are. */
function groupMap(count: number): Buffer {
  const table = Buffer.alloc(12 + 16 + count * 12);
  table.writeUInt16BE(1, 2);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(count, 12 + 12);
  for (let group = 0; group < count; group++) table.writeUInt32BE(0xffff_ffff, 12 + 16 + group * 12 + 4);
  return table;
}

/** The same table of bytes many times. */
function subtables(count: number): Buffer {
  const table = Buffer.alloc(4 + count * 8 + 262);
  table.writeUInt16BE(count, 2);
  for (let index = 0; index < count; index++) table.writeUInt32BE(4 + count * 8, 8 + index * 8);
  return table;
}

test("a header that promises more advances than there are is not believed", () => {
  const { version, tables } = readSfnt(fontOf("nabc"))!;
  const hhea = Buffer.from(tables.get("hhea")!);
  hhea.writeUInt16BE(0xffff, 34);
  const font = writeSfnt({ version, tables: new Map([...tables, ["hhea", hhea]]) });
  const left = withoutUnusedGlyphs(font, { glyphs: new Set([4]), chars: new Set() })!;
  expect(readSfnt(left)!.tables.get("hmtx")!.readUInt16BE(8)).toBe(0);
});

test.each([0, 11, 60, 150, 200])("a font cut after %i bytes is left in doubt, or has nothing in it", (length) => {
  const left = withoutUnusedGlyphs(fontOf("nabc").subarray(0, length), { glyphs: new Set([1]), chars: new Set() });
  expect(left === undefined || !/bbbb|cccc/.test(left.toString("latin1"))).toBe(true);
});
