import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { textPdf } from "../pdf.ts";
import { contentPdf, ID, KEPT, KEPT_LATIN, LINES, NUMBERS, PHONE, VALUES } from "./content.ts";
import { type CorpusFile, READERS } from "./corpus-file.ts";

const TEXT = `Tel ${PHONE} ID ${ID} end`;
const AFTER = `BT /F 12 Tf 72 500 Td (${KEPT_LATIN}) Tj ET`;
const inText = (show: string) => contentPdf([`BT /F 12 Tf 72 700 Td ${show} ET\n${AFTER}`]);
const numbers = { kept: KEPT_LATIN, shows: [{ values: NUMBERS, seenBy: [...READERS, "qpdf --qdf"] }] } as const;

/** Every glyph by itself, the last first: what some producers of tickets write. */
function backwards(text: string): string {
  const width = 7;
  return [...text]
    .map((char, at) => `1 0 0 1 ${72 + at * width} 700 Tm (${char}) Tj`)
    .reverse()
    .join(" ");
}

/** Every glyph by itself and the whole once more over it, moved by so many points, in another type. */
function printedOver(offsets: readonly (readonly [x: number, y: number])[]): Promise<Uint8Array> {
  const width = 7;
  const printed = offsets.map(([dx, dy], layer) => {
    const glyphs = [...TEXT].map((char, at) => `1 0 0 1 ${72 + at * width + dx} ${700 + dy} Tm (${char}) Tj`);
    return `BT /${layer === 0 ? "F" : `F${layer}`} 12 Tf ${layer === 0 ? 0.6 : 0} g ${glyphs.join(" ")} ET`;
  });
  return contentPdf([`${printed.join("\n")}\n${AFTER}`], ({ context }, page) => {
    const fonts = page.node.Resources()!.lookup(PDFName.of("Font"), PDFDict);
    for (const [layer, BaseFont] of ["Helvetica-Bold", "Helvetica-Oblique"].entries()) {
      const font = { Type: "Font", Subtype: "Type1", BaseFont, Encoding: "WinAnsiEncoding" };
      fonts.set(PDFName.of(`F${layer + 1}`), context.register(context.obj(font)));
    }
  });
}

/** Words with a mark of no width at either side of each space, in a font of its own: so does what printed Google's documents. */
function withBreaks(words: readonly string[]): Promise<Uint8Array> {
  const gap = "/B 12 Tf <01> Tj /F 12 Tf ( ) Tj /B 12 Tf <01> Tj";
  const shown = words.map((word) => `/F 12 Tf (${word}) Tj`).join(` ${gap} `);
  return contentPdf([`BT 72 700 Td ${shown} ET\n${AFTER}`], ({ context }, page) => {
    const map = "1 begincodespacerange <00><FF> endcodespacerange 1 beginbfchar <01> <200B> endbfchar";
    const font = {
      Type: "Font",
      Subtype: "Type3",
      FontBBox: [0, 0, 0, 0],
      FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
      CharProcs: { gap: context.register(context.stream("0 0 d0")) },
      Encoding: { Type: "Encoding", Differences: [1, "gap"] },
      FirstChar: 1,
      LastChar: 1,
      Widths: [0],
      ToUnicode: context.register(context.stream(map)),
    };
    const fonts = page.node.Resources()!.lookup(PDFName.of("Font"), PDFDict);
    fonts.set(PDFName.of("B"), context.register(context.obj(font)));
  });
}

/** Ways of showing text. */
export const textOperators: readonly CorpusFile[] = [
  {
    id: "03",
    title: "a subset of a TrueType font by pdf-lib",
    build: () => textPdf(LINES),
    kept: KEPT,
    shows: [{ values: VALUES, seenBy: [...READERS, "qpdf --qdf"] }],
  },
  {
    id: "03b",
    title: "objects in object streams",
    build: async () =>
      (await PDFDocument.load(await textPdf(LINES), { updateMetadata: false })).save({ useObjectStreams: true }),
    kept: KEPT,
    shows: [{ values: VALUES, seenBy: [...READERS, "qpdf --qdf"] }],
  },
  {
    id: "16",
    title: "one string a glyph in an array",
    build: () => inText(`[${[...TEXT].map((char) => `(${char})`).join("-20")}] TJ`),
    ...numbers,
  },
  {
    id: "16b",
    title: "glyphs shown from the last to the first",
    build: () => inText(backwards(TEXT)),
    ...numbers,
    shows: [{ values: NUMBERS, seenBy: ["pdftotext"] }],
  },
  {
    id: "16c",
    title: "octal escapes",
    build: () =>
      inText(`(${[...TEXT].map((char) => `\\${char.charCodeAt(0).toString(8).padStart(3, "0")}`).join("")}) Tj`),
    ...numbers,
  },
  {
    id: "16d",
    title: "hexadecimal strings",
    build: () => inText(`<${Buffer.from(TEXT).toString("hex")}> Tj`),
    ...numbers,
  },
  {
    id: "16e",
    title: "one operator a glyph",
    build: () => inText([...TEXT].map((char) => `(${char}) Tj`).join(" ")),
    ...numbers,
  },
  {
    id: "16f",
    title: "operators that move to the next line",
    build: () => inText(`14 TL (Tel) Tj (${PHONE}) ' 0 0 (${ID}) "`),
    ...numbers,
  },
  {
    id: "16g",
    title: "glyphs printed over each other one by one",
    build: () =>
      printedOver([
        [0, 0],
        [0, 0],
      ]),
    ...numbers,
    shows: [{ values: NUMBERS, seenBy: ["pdftotext", "mutool draw"] }],
  },
  {
    id: "16h",
    title: "glyphs printed over each other with a shadow",
    build: () =>
      printedOver([
        [0.7, -0.7],
        [0, 0],
        [0.3, 0],
      ]),
    ...numbers,
    shows: [{ values: NUMBERS, seenBy: ["pdftotext", "mutool draw"] }],
  },
  {
    id: "16i",
    title: "marks without width at the ends of words",
    build: () => withBreaks(["Tel", PHONE, "ID", ID, "end"]),
    ...numbers,
  },
  {
    id: "32",
    title: "an operator split over two content streams",
    build: () => contentPdf([`BT /F 12 Tf 72 700 Td [(Tel ${PHONE}) -300`, `(ID ${ID}) -300 (end)] TJ ET\n${AFTER}`]),
    ...numbers,
  },
  {
    id: "33",
    title: "several values on one line in one operator",
    build: () => inText(`(${PHONE} keep1 ${ID} keep2 ${PHONE} end) Tj 0 -20 Td (mi ${ID} tail keep3 ${PHONE} z) Tj`),
    ...numbers,
  },
];
