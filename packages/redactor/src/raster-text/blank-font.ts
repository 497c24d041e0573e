import { deflateSync } from "node:zlib";
import { writeSfnt } from "../fonts/sfnt.js";
import { writeToUnicode } from "../fonts/write-to-unicode.js";
import { type PDFContext, PDFRawStream, type PDFRef, PDFString } from "../pdf-lib.js";

/** Units of the font to the size of its type. */
export const UNITS = 1000;
const ASCENT = 800;
const DESCENT = -200;
const NAME = "Blank";

/**
 * A font that draws nothing and names these characters and no others, in the order of their code points: code 1 is the first.
 * As OCR programs use it for text behind scans.
 */
export function addBlankFont(context: PDFContext, characters: readonly string[]): PDFRef {
  const codes = characters.map((character, at) => [at + 1, Buffer.from(character, "utf16le").swap16()] as const);
  const glyphs = Buffer.alloc((characters.length + 1) * 2);
  for (let code = 1; code <= characters.length; code++) glyphs.writeUInt16BE(1, code * 2);
  const descriptor = context.register(
    context.obj({
      Type: "FontDescriptor",
      FontName: NAME,
      Flags: FIXED_PITCH | SYMBOLIC,
      FontBBox: [0, DESCENT, UNITS, ASCENT],
      ItalicAngle: 0,
      Ascent: ASCENT,
      Descent: DESCENT,
      CapHeight: ASCENT,
      StemV: 80,
      FontFile2: stream(context, blankTrueType(), true),
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: "Font",
      Subtype: "CIDFontType2",
      BaseFont: NAME,
      CIDSystemInfo: context.obj({
        Registry: PDFString.of("Adobe"),
        Ordering: PDFString.of("Identity"),
        Supplement: 0,
      }),
      FontDescriptor: descriptor,
      DW: UNITS,
      CIDToGIDMap: stream(context, glyphs),
    }),
  );
  return context.register(
    context.obj({
      Type: "Font",
      Subtype: "Type0",
      BaseFont: NAME,
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      ToUnicode: stream(context, writeToUnicode(new Map(codes), 2)),
    }),
  );
}

/** ISO 32000-2, table 121. */
const FIXED_PITCH = 1;
const SYMBOLIC = 4;

function stream(context: PDFContext, bytes: Uint8Array, isFont = false): PDFRef {
  const contents = deflateSync(bytes);
  const dict = context.obj({
    Filter: "FlateDecode",
    Length: contents.length,
    ...(isFont && { Length1: bytes.length }),
  });
  return context.register(PDFRawStream.of(dict, contents));
}

/** Two glyphs, both empty; the tables that ISO 32000-2, 9.9 asks for. */
function blankTrueType(): Buffer {
  const head = Buffer.alloc(54);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt32BE(0x00010000, 4);
  head.writeUInt32BE(0x5f0f3cf5, 12);
  head.writeUInt16BE(UNITS, 18);
  head.writeInt16BE(DESCENT, 38);
  head.writeInt16BE(UNITS, 40);
  head.writeInt16BE(ASCENT, 42);
  head.writeUInt16BE(8, 46);
  const hhea = Buffer.alloc(36);
  hhea.writeUInt32BE(0x00010000, 0);
  hhea.writeInt16BE(ASCENT, 4);
  hhea.writeInt16BE(DESCENT, 6);
  hhea.writeUInt16BE(UNITS, 10);
  hhea.writeUInt16BE(1, 34);
  const maxp = Buffer.alloc(32);
  maxp.writeUInt32BE(0x00010000, 0);
  maxp.writeUInt16BE(2, 4);
  const hmtx = Buffer.alloc(6);
  hmtx.writeUInt16BE(UNITS, 0);
  const tables = { head, hhea, hmtx, loca: Buffer.alloc(6), glyf: Buffer.alloc(2), maxp };
  return writeSfnt({ version: 0x00010000, tables: new Map(Object.entries(tables)) });
}
