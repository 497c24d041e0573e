import { describe, expect, test } from "vitest";
import { withoutUnusedOutlines } from "./type1.js";
import { CHARSTRING_KEY, decrypted, EEXEC_KEY, encrypted } from "./type1-cipher.js";

/** lenIV bytes, hsbw with width 100, a move and endchar. */
const outline = (step: number) => Buffer.from([0, 0, 0, 0, 139, 239, 13, step, 22, 14]);
/** As {@link outline}, with seac in place of the move. */
const ACCENTED = Buffer.from([0, 0, 0, 0, 139, 239, 13, 139, 139, 139, 204, 205, 12, 6]);

const TEXT = `%!FontType1-1.0: Font
/Encoding 256 array
0 1 255 {1 index exch /.notdef put} for
dup 1 /uni738B put
dup 2 /cid20282 put
readonly def
currentfile eexec
`;

function fontWith(glyphs: Readonly<Record<string, Buffer>>): { file: Buffer; lengths: [number, number] } {
  const entries = Object.entries(glyphs).map(([name, plain]) =>
    Buffer.concat([
      Buffer.from(`/${name} ${plain.length} RD `),
      encrypted(plain, CHARSTRING_KEY),
      Buffer.from(" ND\n"),
    ]),
  );
  const open = `0000/Private 3 dict dup begin\n/CharStrings ${entries.length} dict dup begin\n`;
  const secret = encrypted(Buffer.concat([Buffer.from(open), ...entries, Buffer.from("end\nend\n")]), EEXEC_KEY);
  const file = Buffer.concat([Buffer.from(TEXT), secret, Buffer.from("0".repeat(64))]);
  return { file, lengths: [TEXT.length, secret.length] };
}

const GLYPHS = { ".notdef": outline(1), uni738B: outline(200), cid20282: outline(201) };
const use = (...codes: number[]) => ({ codes: new Set(codes), names: new Set<string>(), isBuiltIn: true });

describe("a Type 1 font", () => {
  const { file, lengths } = fontWith(GLYPHS);
  const secretOf = (font: Buffer) => decrypted(font.subarray(lengths[0], lengths[0] + lengths[1]), EEXEC_KEY);

  test("keeps what is shown and loses outline and name of what is not", () => {
    const scrubbed = withoutUnusedOutlines(file, lengths, use(1))!;
    expect(scrubbed).toHaveLength(file.length);
    expect(scrubbed.toString("latin1", 0, lengths[0])).toContain("dup 1 /uni738B put\ndup 2 /________ put");
    const secret = secretOf(scrubbed);
    expect(secret.includes("cid20282")).toBe(false);
    expect(secret.includes(encrypted(GLYPHS.uni738B, CHARSTRING_KEY))).toBe(true);
    expect(secret.includes(encrypted(GLYPHS.cid20282, CHARSTRING_KEY))).toBe(false);
    expect(secret.includes(encrypted(Buffer.from([0, 0, 0, 0, 139, 139, 13, 14, 14, 14]), CHARSTRING_KEY))).toBe(true);
  });

  test("of which everything is shown stays as it is", () => {
    expect(withoutUnusedOutlines(file, lengths, use(1, 2))).toEqual(file);
  });

  test.each([
    ["a glyph made of others is shown", fontWith({ ...GLYPHS, uni738B: ACCENTED })],
    ["its parts are not where the file says", { file, lengths: [lengths[0] - 9, lengths[1]] as [number, number] }],
    ["its private part is cut off", { file, lengths: [lengths[0], lengths[1] - 40] as [number, number] }],
  ])("is not followed where %s", (_, font) => {
    expect(withoutUnusedOutlines(font.file, font.lengths, use(1))).toBeUndefined();
  });

  test("is not followed where a glyph is asked for that it does not have", () => {
    expect(withoutUnusedOutlines(file, lengths, { ...use(), names: new Set(["germandbls"]) })).toBeUndefined();
  });
});
