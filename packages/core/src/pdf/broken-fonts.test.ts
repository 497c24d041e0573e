import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { hasBrokenFont } from "./broken-fonts.js";

const FONT = "/Type /Font /Subtype /Type0 /BaseFont /A";
const WHOLE = `<< ${FONT} /Encoding /Identity-H /DescendantFonts [2 0 R] >>`;
const DESCENDANT = "<< /Type /Font /Subtype /CIDFontType2 >>";

function file(...objects: readonly string[]): Buffer {
  return Buffer.from(`%PDF-1.7\n${objects.map((text, at) => `${at + 1} 0 obj\n${text}\nendobj\n`).join("")}`, "latin1");
}

/** Objects 10, 11 … packed into object 9. */
function packed(objects: readonly string[], { filter = "/FlateDecode", extra = "" } = {}): Buffer {
  let length = 0;
  const heads = objects.map((text, at) => {
    const head = `${10 + at} ${length}`;
    length += text.length + 1;
    return head;
  });
  const head = `${heads.join(" ")}\n`;
  const data = deflateSync(Buffer.from(`${head}${objects.join("\n")}`, "latin1"));
  return Buffer.concat([
    Buffer.from(
      `9 0 obj\n<< /Type /ObjStm /N ${objects.length} /First ${head.length} /Filter ${filter}${extra} >>\nstream\r\n`,
    ),
    data,
    Buffer.from("\nendstream\nendobj\n"),
  ]);
}

test.each([
  ["with all it needs", WHOLE],
  ["whose parts stand elsewhere", `<< ${FONT} /Encoding 3 0 R /DescendantFonts 4 0 R >>`],
  ["with a map of its own", `<< ${FONT} /Encoding 5 0 R /DescendantFonts [2 0 R] >>`],
  ["that stands in what uses it", `<< /Font << /F1 ${WHOLE} >> >>`],
  ["with comments and strings", `<< % /Encoding null\n${FONT} /X (\\) >> \\\\) /Encoding /H /DescendantFonts[2 0 R]>>`],
  ["that is simple", "<< /Type /Font /Subtype /TrueType /Encoding null >>"],
])("a font %s is whole", (_, font) => {
  expect(
    hasBrokenFont(
      file(font, DESCENDANT, "/Identity-H", "[2 0 R]", "<< /Type /CMap /Length 3 >>\nstream\nabc\nendstream"),
    ),
  ).toBe(false);
});

test.each([
  ["no encoding", `<< ${FONT} /DescendantFonts [2 0 R] >>`],
  ["nothing for an encoding", `<< ${FONT} /Encoding null /DescendantFonts [2 0 R] >>`],
  ["an encoding that does not exist", `<< ${FONT} /Encoding 77 0 R /DescendantFonts [2 0 R] >>`],
  ["an encoding that leads to itself", `<< ${FONT} /Encoding 3 0 R /DescendantFonts [2 0 R] >>`],
  ["an encoding that is a dictionary", `<< ${FONT} /Encoding << /Differences [] >> /DescendantFonts [2 0 R] >>`],
  ["no descendant", `<< ${FONT} /Encoding /H >>`],
  ["an empty list of them", `<< ${FONT} /Encoding /H /DescendantFonts [] >>`],
  ["one that does not exist", `<< ${FONT} /Encoding /H /DescendantFonts [77 0 R] >>`],
  ["two descendants", `<< ${FONT} /Encoding /H /DescendantFonts [2 0 R 2 0 R] >>`],
  ["a descendant without a list", `<< ${FONT} /Encoding /H /DescendantFonts 2 0 R >>`],
  ["letters written by number", `<< /Subtype /#54ype0 /Enc#6Fdin /H /DescendantFonts [2 0 R] >>`],
  ["a place in what uses it", `<< /Font << /F1 << ${FONT} /DescendantFonts [2 0 R] >> >> >>`],
])("a font with %s is broken", (_, font) => {
  expect(hasBrokenFont(file(font, DESCENDANT, "3 0 R"))).toBe(true);
});

test("fonts are found in streams of objects, and their parts there", () => {
  expect(hasBrokenFont(packed(["[11 0 R]", DESCENDANT, WHOLE.replace("[2 0 R]", "10 0 R")]))).toBe(false);
  expect(hasBrokenFont(packed(["null", DESCENDANT, WHOLE.replace("[2 0 R]", "10 0 R")]))).toBe(true);
});

test("objects packed in a way that is not read are no proof that all fonts are whole", () => {
  expect(hasBrokenFont(packed([WHOLE], { filter: "/LZWDecode" }))).toBe("unknown");
  expect(hasBrokenFont(packed([WHOLE], { extra: " /DecodeParms << /Predictor 12 >>" }))).toBe("unknown");
  expect(hasBrokenFont(packed([DESCENDANT], { extra: " /DecodeParms << /Predictor 1 >>" }))).toBe(false);
});

test("of several objects with one number the last one counts", () => {
  const broken = WHOLE.replace("[2 0 R]", "[]");
  const again = (font: string) => Buffer.concat([file(broken, DESCENDANT), file(font)]);
  expect(hasBrokenFont(again(WHOLE))).toBe(false);
  expect(hasBrokenFont(Buffer.concat([file(WHOLE, DESCENDANT), file(broken)]))).toBe(true);
});

test("files that end anywhere are looked at up to there", () => {
  const whole = Buffer.concat([file(WHOLE, DESCENDANT), packed([WHOLE])]);
  for (let end = 0; end < whole.length; end++) expect(() => hasBrokenFont(whole.subarray(0, end))).not.toThrow();
  expect(hasBrokenFont(Buffer.from(`1 0 obj ${"[".repeat(100_000)} /Type0`))).toBe(false);
});
