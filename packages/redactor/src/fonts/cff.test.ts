import { describe, expect, test } from "vitest";
import { withoutUnusedCharStrings } from "./cff.js";

/** Charstrings that are told apart by their letters; 0x0e ends each. */
const OUTLINES = ["notdef", "first", "second", "third"];

function index(items: readonly Uint8Array[]): Buffer {
  const header = Buffer.alloc(3 + items.length + 1);
  header.writeUInt16BE(items.length, 0);
  header.writeUInt8(1, 2);
  let offset = 1;
  for (const [at, item] of items.entries()) {
    header.writeUInt8(offset, 3 + at);
    offset += item.length;
  }
  header.writeUInt8(offset, 3 + items.length);
  return Buffer.concat([header, ...items]);
}

const EMPTY_INDEX = Buffer.from([0, 0]);
const longNumber = (value: number) => Buffer.from([29, 0, 0, value >> 8, value & 0xff]);

/** A font of four glyphs with names or CIDs of its own, laid out as Technical Note 5176 has it. */
function fontWith({ isCidKeyed, charset }: { isCidKeyed: boolean; charset: Buffer }): Buffer {
  const strings = index(["uni738B", "uni5C0F", "uni660E"].map((name) => Buffer.from(name)));
  const ros = isCidKeyed ? Buffer.from([139, 139, 139, 12, 30]) : Buffer.alloc(0);
  const topLength = ros.length + 6 + 6 + (isCidKeyed ? 0 : 6);
  const start = 4 + index([Buffer.from("Font")]).length + 5 + topLength + strings.length + EMPTY_INDEX.length;
  // Format 0: codes 1, 2 and 3.
  const encoding = Buffer.from([0, 3, 1, 2, 3]);
  const charStringsAt = start + charset.length + encoding.length;
  const top = Buffer.concat([
    ros,
    longNumber(start),
    Buffer.from([15]),
    ...(isCidKeyed ? [] : [longNumber(start + charset.length), Buffer.from([16])]),
    longNumber(charStringsAt),
    Buffer.from([17]),
  ]);
  const outlines = index(OUTLINES.map((outline) => Buffer.from(`${outline}\x0e`)));
  return Buffer.concat([
    Buffer.from([1, 0, 4, 1]),
    index([Buffer.from("Font")]),
    index([top]),
    strings,
    EMPTY_INDEX,
    charset,
    encoding,
    outlines,
  ]);
}

/** Format 0: SIDs of the font's own three strings. */
const NAMED = Buffer.from([0, 1, 135, 1, 136, 1, 137]);
/** Format 1: three CIDs from 0x0405 on, in one range. */
const RANGE = Buffer.from([1, 4, 5, 2]);

describe("a simple font", () => {
  const font = fontWith({ isCidKeyed: false, charset: NAMED });
  test.each([
    ["a code of its own encoding", { codes: new Set([2]), names: new Set<string>(), isBuiltIn: true }],
    ["a name that the PDF gives to a code", { codes: new Set([77]), names: new Set(["uni5C0F"]), isBuiltIn: false }],
  ])("keeps the glyph of %s and forgets the outlines and names of the others", (_, use) => {
    const left = withoutUnusedCharStrings(font, use)!.toString("latin1");
    expect(left).toContain("second");
    expect(left).toContain("uni5C0F");
    for (const gone of ["first", "third", "uni738B", "uni660E"]) expect(left).not.toContain(gone);
    expect(left).toHaveLength(font.length);
  });

  test("with names that every reader knows keeps what a code beyond ASCII shows, and says the names of no others", () => {
    // SIDs of one, eacute and two (Technical Note 5176, appendix A).
    const charset = Buffer.from([0, 0, 18, 0, 207, 0, 19]);
    const left = withoutUnusedCharStrings(fontWith({ isCidKeyed: false, charset }), {
      codes: new Set([0xe9]),
      names: new Set(["uni00E9"]),
      isBuiltIn: false,
    })!;
    expect(left.includes("second")).toBe(true);
    expect(left.includes(Buffer.from([0, 207]))).toBe(true);
    for (const gone of ["first", "third"]) expect(left.includes(gone)).toBe(false);
    for (const gone of [18, 19]) expect(left.includes(Buffer.from([0, gone]))).toBe(false);
  });

  test("is not touched when a name in use cannot be found", () => {
    const use = { codes: new Set([1]), names: new Set(["uni4E00"]), isBuiltIn: false };
    expect(withoutUnusedCharStrings(font, use)).toBeUndefined();
  });
});

describe("a font with CIDs", () => {
  const font = fontWith({ isCidKeyed: true, charset: RANGE });
  test("keeps the glyphs of CIDs in use, and says the CIDs of no others", () => {
    const left = withoutUnusedCharStrings(font, { cids: new Set([0x0406]) })!;
    expect(left.includes("second")).toBe(true);
    for (const gone of ["first", "third"]) expect(left.includes(gone)).toBe(false);
    expect(left.includes(RANGE)).toBe(false);
    // Read again, the CID still leads to its glyph and its neighbours to none.
    const again = withoutUnusedCharStrings(left, { cids: new Set([0x0406]) })!;
    expect(again.includes("second")).toBe(true);
    expect(withoutUnusedCharStrings(left, { cids: new Set([0x0405]) })!.includes("second")).toBe(false);
  });
});

describe("a font with offsets as short as they may be", () => {
  const short = (value: number) => (value <= 107 ? [139 + value] : [247 + ((value - 108) >> 8), (value - 108) & 0xff]);
  const PRIVATE = Buffer.from("private");
  /** What programs of Adobe write: no padding, and in a CID-keyed font a Font DICT that leads to its Private DICT. */
  function shortFont(charset: Buffer): Buffer {
    const strings = index(["Adobe", "Identity"].map((name) => Buffer.from(name)));
    const outlines = index(OUTLINES.map((outline) => Buffer.from(`${outline}\x0e`)));
    const header = Buffer.concat([Buffer.from([1, 0, 4, 2]), index([Buffer.from("Font")])]);
    const selects = Buffer.from([0, 0, 0, 0, 0]);
    let [top, fontDicts]: [Buffer, Buffer] = [EMPTY_INDEX, EMPTY_INDEX];
    // Lengths of operands settle at the second pass.
    for (let pass = 0; pass < 3; pass++) {
      const start = header.length + index([top]).length + strings.length + EMPTY_INDEX.length;
      const charStringsAt = start + charset.length + selects.length;
      const dictsAt = charStringsAt + outlines.length;
      fontDicts = index([Buffer.from([...short(PRIVATE.length), ...short(dictsAt + fontDicts.length), 18])]);
      top = Buffer.from([
        ...[...short(0), ...short(1), ...short(0), 12, 30],
        ...[...short(start), 15, ...short(start + charset.length), 12, 37],
        ...[...short(charStringsAt), 17, ...short(dictsAt), 12, 36],
      ]);
    }
    const parts = [header, index([top]), strings, EMPTY_INDEX, charset, selects, outlines, fontDicts, PRIVATE];
    return Buffer.concat(parts);
  }

  test("is made longer where the CIDs that stay do not fit, and every part is still where it is said to be", () => {
    const left = withoutUnusedCharStrings(shortFont(RANGE), { cids: new Set([0x0406]) })!;
    expect(left.includes("second")).toBe(true);
    for (const gone of ["first", "third"]) expect(left.includes(gone)).toBe(false);
    expect(left.includes(RANGE)).toBe(false);
    const again = withoutUnusedCharStrings(left, { cids: new Set([0x0406]) })!;
    expect(again.includes("second")).toBe(true);
    expect(withoutUnusedCharStrings(left, { cids: new Set([0x0405]) })!.includes("second")).toBe(false);
    // The Font DICT ends with operand and operator, before the new charset of format 0.
    const newCharset = 1 + 3 * 2;
    const privateAt = left.readInt32BE(left.length - newCharset - 5);
    expect(left.subarray(privateAt, privateAt + PRIVATE.length)).toEqual(PRIVATE);
  });

  test("stays as long as it was where they fit", () => {
    const charset = Buffer.from([0, 4, 5, 4, 6, 4, 7]);
    const left = withoutUnusedCharStrings(shortFont(charset), { cids: new Set([0x0406]) })!;
    expect(left).toHaveLength(shortFont(charset).length);
    expect(left.includes("second")).toBe(true);
  });
});

test.each([0, 3, 10, 30, 60])("a font cut after %i bytes is not followed", (length) => {
  const font = fontWith({ isCidKeyed: true, charset: RANGE });
  expect(withoutUnusedCharStrings(font.subarray(0, length), { cids: new Set([1]) })).toBeUndefined();
});
