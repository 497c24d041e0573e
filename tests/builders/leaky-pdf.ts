import { PDFDict, PDFDocument, PDFName, type PDFPage, PDFRawStream, PDFString, rgb } from "@cantoo/pdf-lib";
import { type Box, type Quad, quadOfBox } from "@tuhei/core";
import { A4, pdfOf, pdfText } from "./pdf.ts";

/** Where the box of every leaky file stands, page units. */
export const BOX: Box = { x: 70, y: 86, width: 130, height: 20 };

/** The same place as a redaction has it. */
export const QUAD: Quad = quadOfBox(BOX);

/** What the box should have made unreadable; invented. */
export const NAME = "王小明";
export const PHONE = "13912345678";

/** Draws the black box. */
export function drawBox(page: PDFPage, { inset = 0, level = 0 } = {}): void {
  const { x, y, width, height } = BOX;
  page.drawRectangle({
    x: x + inset,
    y: A4[1] - y - height + inset,
    width: width - 2 * inset,
    height: height - 2 * inset,
    color: rgb(level, level, level),
  });
}

/** A page with a black box and a line that stays. */
export function boxedPdf(): Promise<Uint8Array> {
  return pdfOf([{ texts: [{ text: "keep", x: 300, y: 300 }], draw: (page) => drawBox(page) }]);
}

/** A clean file with something done to it. */
export async function leaking(
  clean: Uint8Array,
  leak: (page: PDFPage, document: PDFDocument) => void = () => {},
): Promise<Uint8Array> {
  const document = await PDFDocument.load(clean, { updateMetadata: false });
  const page = document.getPage(0);
  leak(page, document);
  // pdf-lib gives every page that it draws on an empty list.
  if (page.node.Annots()?.size() === 0) page.node.delete(PDFName.of("Annots"));
  return document.save({ useObjectStreams: false, updateFieldAppearances: false, addDefaultPage: false });
}

/** The old mistake: text with a black box on top. */
export function textUnderBox(text: string, invisible = false): Promise<Uint8Array> {
  return pdfOf([{ texts: [{ text, x: 72, y: 100, invisible }], draw: (page) => drawBox(page) }]);
}

/** A subset font that was made for more than is shown. */
export function fontThatNames(text: string): Promise<Uint8Array> {
  return pdfOf([
    {
      texts: [{ text: "keep", x: 300, y: 300 }],
      draw: (page, font) => {
        font.encodeText(text);
        drawBox(page);
      },
    },
  ]);
}

/** Adds content as it is written here to the page. */
export function addRawContent(page: PDFPage, document: PDFDocument, content: string, compressed = false): void {
  const { context } = document;
  page.node.normalize();
  page.node.addContentStream(
    context.register(compressed ? context.flateStream(content) : context.stream(Buffer.from(content, "latin1"))),
  );
}

/** Ways in which text is written in a content stream, each showing `text` in a font that the page does not have. */
export const SPELLINGS: Readonly<Record<string, (text: string) => string>> = {
  "a literal string": (text) => `BT (${text}) Tj ET`,
  "octal escapes": (text) => `BT (${[...text].map((char) => `\\${char.charCodeAt(0).toString(8)}`).join("")}) Tj ET`,
  hexadecimal: (text) => `BT <${Buffer.from(text).toString("hex")}> Tj ET`,
  "UTF-16": (text) => `BT <${Buffer.from(text, "utf16le").swap16().toString("hex")}> Tj ET`,
  "one string a character": (text) => `BT [${[...text].map((char) => `(${char})-20`).join("")}] TJ ET`,
  "one operator a character": (text) => `BT ${[...text].map((char) => `(${char}) Tj`).join(" ")} ET`,
  "a property of marked content": (text) => `/Span << /ActualText (${text}) >> BDC EMC`,
};

/** Things a PDF can hold besides pages, each added to a file. */
export const SIDE_CHANNELS: Readonly<Record<string, (page: PDFPage, document: PDFDocument) => void>> = {
  "document information": (_, document) => document.setAuthor("author"),
  XMP: (_, { catalog, context }) =>
    catalog.set(PDFName.of("Metadata"), context.register(context.stream("<x/>", { Type: "Metadata", Subtype: "XML" }))),
  outline: (_, { catalog, context }) =>
    catalog.set(PDFName.of("Outlines"), context.obj({ Type: "Outlines", Count: 0 })),
  JavaScript: (_, { catalog, context }) =>
    catalog.set(PDFName.of("OpenAction"), context.obj({ S: "JavaScript", JS: PDFString.of("1") })),
  annotation: ({ node }, { context }) =>
    node.set(PDFName.of("Annots"), context.obj([{ Type: "Annot", Subtype: "Text", Contents: pdfText("note") }])),
  thumbnail: ({ node }, { context }) =>
    node.set(PDFName.of("Thumb"), context.register(context.stream("x", { Width: 1, Height: 1 }))),
  "application data": ({ node }, { context }) => node.set(PDFName.of("PieceInfo"), context.obj({})),
  "metadata of a picture": (page, document) =>
    addImage(page, document, { Metadata: { Type: "Metadata" } }, Buffer.from([0])),
  "camera data in a picture": (page, document) =>
    addImage(
      page,
      document,
      { Filter: "DCTDecode" },
      Buffer.from("\xff\xd8\xff\xe1\0\x10Exif\0\0secret\xff\xd9", "latin1"),
    ),
  layer: ({ node }, { context }) => {
    node.normalize();
    const layer = context.register(context.obj({ Type: "OCG", Name: pdfText("layer") }));
    node.lookup(PDFName.of("Resources"), PDFDict).set(PDFName.of("Properties"), context.obj({ L: layer }));
  },
  "embedded file": ({ node }, { context }) => {
    const file = context.register(context.stream("x", { Type: "EmbeddedFile" }));
    node.lookup(PDFName.of("Resources"), PDFDict).set(PDFName.of("X"), file);
  },
};

function addImage(
  { node }: PDFPage,
  { context }: PDFDocument,
  extra: Record<string, string | Record<string, string>>,
  bytes: Uint8Array,
): void {
  node.normalize();
  const image = {
    Type: "XObject",
    Subtype: "Image",
    Width: 1,
    Height: 1,
    ColorSpace: "DeviceGray",
    BitsPerComponent: 8,
  };
  const dict = context.obj({ ...image, ...extra });
  node.setXObject(PDFName.of("I"), context.register(PDFRawStream.of(dict, bytes)));
}

/** A later revision on top of the file. */
export async function withRevision(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, forIncrementalUpdate: true });
  document.getPage(0).node.set(PDFName.of("Rotate"), document.context.obj(0));
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}
