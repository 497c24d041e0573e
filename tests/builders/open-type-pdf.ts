import { PDFDocument, PDFHexString, PDFName } from "@cantoo/pdf-lib";
import { chineseFont, fontkit } from "./pdf-font.ts";

/**
 * Lines from the top down in an OpenType font of CFF outlines: FontFile3, one code a glyph.
 *
 * @param says what the ToUnicode map tells of a character that is shown
 */
export async function openTypePdf(
  lines: readonly string[],
  says: (char: string) => string = (char) => char,
): Promise<Uint8Array> {
  const chars = [...new Set(lines.join(""))];
  const font = openType(chars);
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const page = document.addPage([595, 842]);
  const stream = (bytes: Uint8Array | string, entries = {}) => context.register(context.flateStream(bytes, entries));
  const descriptor = context.register(
    context.obj({
      Type: "FontDescriptor",
      FontName: NAME,
      Flags: 4,
      FontBBox: [0, -200, UNITS_PER_EM, 900],
      ItalicAngle: 0,
      Ascent: 880,
      Descent: -120,
      CapHeight: 700,
      StemV: 80,
      FontFile3: stream(font.bytes, { Subtype: "OpenType" }),
    }),
  );
  const descendant = context.obj({
    Type: "Font",
    Subtype: "CIDFontType0",
    BaseFont: NAME,
    CIDSystemInfo: {
      Registry: PDFHexString.fromText("Adobe"),
      Ordering: PDFHexString.fromText("Identity"),
      Supplement: 0,
    },
    FontDescriptor: descriptor,
    W: [0, font.advances],
  });
  const mapped = chars.map((char, at) => `<${code(at + 1)}> <${code(says(char).charCodeAt(0))}>`).join("\n");
  const toUnicode = `begincmap\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${chars.length} beginbfchar\n${mapped}\nendbfchar\nendcmap`;
  const type0 = context.obj({
    Type: "Font",
    Subtype: "Type0",
    BaseFont: NAME,
    Encoding: "Identity-H",
    DescendantFonts: [context.register(descendant)],
    ToUnicode: stream(toUnicode),
  });
  const shown = lines.map((line, at) => {
    const codes = [...line].map((char) => code(chars.indexOf(char) + 1)).join("");
    return `BT /F 14 Tf 72 ${740 - at * 30} Td <${codes}> Tj ET`;
  });
  page.node.set(PDFName.of("Resources"), context.obj({ Font: { F: context.register(type0) } }));
  page.node.set(PDFName.of("Contents"), stream(shown.join("\n")));
  return document.save({ useObjectStreams: false });
}

const NAME = "AAAAAA+OpenTypeSong";
const UNITS_PER_EM = 1000;
const code = (value: number) => value.toString(16).padStart(4, "0");

/** OpenType 1.9. Glyph 0 is empty, the others are the characters in order. */
function openType(chars: readonly string[]): { readonly bytes: Buffer; readonly advances: readonly number[] } {
  const source = fontkit.create(chineseFont());
  const scale = UNITS_PER_EM / source.unitsPerEm;
  const glyphs = chars.map((char) => source.glyphForCodePoint(char.codePointAt(0)!));
  const advances = [UNITS_PER_EM, ...glyphs.map(({ advanceWidth }) => Math.round(advanceWidth * scale))];
  const count = advances.length;
  const head = table(
    54,
    [
      [0, 0x00010000],
      [12, 0x5f0f3cf5],
    ],
    [[18, UNITS_PER_EM]],
  );
  const hhea = table(
    36,
    [[0, 0x00010000]],
    [
      [4, 880],
      [34, count],
    ],
  );
  const maxp = table(6, [[0, 0x00005000]], [[4, count]]);
  const hmtx = table(
    count * 4,
    [],
    advances.map((advance, glyph) => [glyph * 4, advance]),
  );
  const cff = compactFont([
    Buffer.from([END_CHAR]),
    ...glyphs.map(({ path }) => charString((path as unknown as Outline).commands, scale)),
  ]);
  return { bytes: sfnt({ "CFF ": cff, head, hhea, hmtx, maxp }), advances };
}

type Places = readonly (readonly [at: number, value: number])[];

function table(length: number, longs: Places, words: Places): Buffer {
  const bytes = Buffer.alloc(length);
  for (const [at, value] of longs) bytes.writeUInt32BE(value, at);
  for (const [at, value] of words) bytes.writeUInt16BE(value, at);
  return bytes;
}

/** What the type of fontkit leaves out. */
interface Outline {
  readonly commands: readonly Command[];
}

interface Command {
  readonly command: "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath";
  readonly args: readonly number[];
}

/** Operators of Type 2 charstrings (Adobe Technical Note 5177). */
const [R_LINE_TO, RR_CURVE_TO, END_CHAR, R_MOVE_TO] = [5, 8, 14, 21];

/** A glyph's outline; the advance stands in `hmtx` and in the file's widths. */
function charString(commands: readonly Command[], scale: number): Buffer {
  const parts: Buffer[] = [];
  let [x, y] = [0, 0];
  const add = (operator: number, points: readonly number[]) => {
    const steps = points.map(Math.round).map((value, at, all) => value - (all[at - 2] ?? (at % 2 === 0 ? x : y)));
    for (const step of steps) parts.push(Buffer.from([28, (step >> 8) & 0xff, step & 0xff]));
    parts.push(Buffer.from([operator]));
    [x, y] = [Math.round(points.at(-2)!), Math.round(points.at(-1)!)];
  };
  for (const { command, args } of commands) {
    const points = args.map((value) => value * scale);
    if (command === "moveTo") add(R_MOVE_TO, points);
    else if (command === "lineTo") add(R_LINE_TO, points);
    else if (command === "bezierCurveTo") add(RR_CURVE_TO, points);
    else if (command === "quadraticCurveTo") {
      const [cx = 0, cy = 0, ex = 0, ey = 0] = points;
      const third = (end: number, control: number) => end + (2 / 3) * (control - end);
      add(RR_CURVE_TO, [third(x, cx), third(y, cy), third(ex, cx), third(ey, cy), ex, ey]);
    }
  }
  return Buffer.concat([...parts, Buffer.from([END_CHAR])]);
}

/** Adobe Technical Note 5176: header, names, Top DICT, no strings, no subroutines, charset, charstrings, Private DICT. */
function compactFont(charStrings: readonly Buffer[]): Buffer {
  const long = (value: number) =>
    Buffer.from([29, value >> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff]);
  const names = index([Buffer.from(NAME)]);
  const outlines = index(charStrings);
  // Format 2: one range of SIDs, as many as there are glyphs.
  const charset = Buffer.from([2, 0, 1, (charStrings.length - 2) >> 8, (charStrings.length - 2) & 0xff]);
  const noItems = Buffer.from([0, 0]);
  const top = (at: number) =>
    index([
      Buffer.concat([
        ...[long(at), Buffer.from([15]), long(at + charset.length), Buffer.from([17])],
        ...[long(0), long(at + charset.length + outlines.length), Buffer.from([18])],
      ]),
    ]);
  const start = 4 + names.length + top(0).length + noItems.length * 2;
  return Buffer.concat([Buffer.from([1, 0, 4, 4]), names, top(start), noItems, noItems, charset, outlines]);
}

function index(items: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(3 + (items.length + 1) * 4);
  header.writeUInt16BE(items.length, 0);
  header.writeUInt8(4, 2);
  let at = 1;
  for (const [item, { length }] of items.entries()) {
    header.writeUInt32BE(at, 3 + item * 4);
    at += length;
  }
  header.writeUInt32BE(at, 3 + items.length * 4);
  return Buffer.concat([header, ...items]);
}

/** @param tables in order of tag */
function sfnt(tables: Readonly<Record<string, Buffer>>): Buffer {
  const entries = Object.entries(tables);
  const header = Buffer.alloc(12 + entries.length * 16);
  header.write("OTTO", "latin1");
  header.writeUInt16BE(entries.length, 4);
  const parts = [header];
  let at = header.length;
  for (const [record, [tag, bytes]] of entries.entries()) {
    header.write(tag, 12 + record * 16, "latin1");
    header.writeUInt32BE(at, 20 + record * 16);
    header.writeUInt32BE(bytes.length, 24 + record * 16);
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    bytes.copy(padded);
    parts.push(padded);
    at += padded.length;
  }
  return Buffer.concat(parts);
}
