import {
  AFRelationship,
  PDFDict,
  PDFDocument,
  type PDFFont,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  PDFString,
  rgb,
} from "@cantoo/pdf-lib";
import { appendTo, pdfText } from "./pdf.ts";
import { chineseFont, fontkit } from "./pdf-font.ts";

/** Dates in files are this one. */
const DATE = new Date("2024-01-01T00:00:00Z");

/** A text field with an appearance. (x, y) is the lower left corner in points. */
export function addField(
  document: PDFDocument,
  page: PDFPage,
  font: PDFFont,
  name: string,
  value: string,
  x: number,
  y: number,
): void {
  const field = document.getForm().createTextField(name);
  field.addToPage(page, { x, y, width: 200, height: 20, font, borderWidth: 0 });
  field.setFontSize(12);
  field.setText(value);
  field.updateAppearances(font);
}

/** A sticky note: its text is shown only when a reader opens it. */
export function addNote(document: PDFDocument, page: PDFPage, contents: string, author: string): void {
  const note = document.context.register(
    document.context.obj({
      Type: "Annot",
      Subtype: "Text",
      Rect: [40, 40, 60, 60],
      Contents: pdfText(contents),
      T: pdfText(author),
    }),
  );
  appendTo(document, page.node, "Annots", note);
}

/** A link to an address outside the file. */
export function addLink(document: PDFDocument, page: PDFPage, uri: string): void {
  const link = document.context.register(
    document.context.obj({
      Type: "Annot",
      Subtype: "Link",
      Rect: [40, 80, 100, 100],
      Border: [0, 0, 0],
      A: { Type: "Action", S: "URI", URI: PDFString.of(uri) },
    }),
  );
  appendTo(document, page.node, "Annots", link);
}

/** A file inside the file. */
export async function addAttachment(document: PDFDocument, name: string, bytes: Uint8Array): Promise<void> {
  await document.attach(bytes, name, {
    mimeType: "text/plain",
    creationDate: DATE,
    modificationDate: DATE,
    afRelationship: AFRelationship.Data,
  });
}

/** One entry of the outline that readers show beside the pages. */
export function addOutline(document: PDFDocument, title: string): void {
  const { context } = document;
  const outlines = context.nextRef();
  const item = context.register(
    context.obj({ Title: pdfText(title), Parent: outlines, Dest: [document.getPage(0).ref, PDFName.of("Fit")] }),
  );
  context.assign(outlines, context.obj({ Type: "Outlines", First: item, Last: item, Count: 1 }));
  document.catalog.set(PDFName.of("Outlines"), outlines);
}

/** Author in the information dictionary and creator in XMP. `compressed`: the XMP stream is deflated. */
export function addMetadata(document: PDFDocument, author: string, creator: string, compressed = false): void {
  document.setAuthor(author);
  const xmp = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>${creator}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
  const dict = { Type: "Metadata", Subtype: "XML" };
  const { context } = document;
  const bytes = Buffer.from(xmp);
  const stream = compressed ? context.flateStream(bytes, dict) : context.stream(bytes, dict);
  document.catalog.set(PDFName.of("Metadata"), context.register(stream));
}

/** Draws on a layer that readers do not show. */
export function drawOnHiddenLayer(document: PDFDocument, page: PDFPage, draw: () => void): void {
  const { context } = document;
  const layer = context.register(context.obj({ Type: "OCG", Name: pdfText("layer") }));
  document.catalog.set(PDFName.of("OCProperties"), context.obj({ OCGs: [layer], D: { OFF: [layer], Order: [layer] } }));
  page.node.normalize();
  page.node.Resources()!.set(PDFName.of("Properties"), context.obj({ Layer0: layer }));
  const start = PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [PDFName.of("OC"), PDFName.of("Layer0")]);
  page.pushOperators(start);
  draw();
  page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
}

/** Adds content written by hand to the page, such as text of a Type3 font. */
export function addContent(document: PDFDocument, page: PDFPage, code: string): void {
  page.node.normalize();
  page.node.addContentStream(document.context.register(document.context.stream(`q\n${code}\nQ\n`)));
}

/**
 * A Type3 font of block glyphs with a ToUnicode map, named /T3 in the page's resources: what Skia makes of Chinese text.
 * The codes of its characters start at that of "0".
 */
export function addType3Font(document: PDFDocument, page: PDFPage, characters: string): void {
  const { context } = document;
  const names = Array.from(characters, (_, index) => `g${index}`);
  const glyph = () => context.register(context.stream("600 0 0 0 500 700 d1\n50 0 400 700 re f\n"));
  const entries = Array.from(characters, (character, index) => {
    const unicode = Buffer.from(character, "utf16le").swap16().toString("hex");
    return `<${(0x30 + index).toString(16)}> <${unicode}>`;
  });
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange ${entries.length} beginbfchar ${entries.join(" ")} endbfchar endcmap end end`;
  const font = context.register(
    context.obj({
      Type: "Font",
      Subtype: "Type3",
      FontBBox: [0, 0, 500, 700],
      FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
      CharProcs: Object.fromEntries(names.map((name) => [name, glyph()])),
      Encoding: { Type: "Encoding", Differences: [0x30, ...names.map((name) => PDFName.of(name))] },
      FirstChar: 0x30,
      LastChar: 0x30 + names.length - 1,
      Widths: names.map(() => 600),
      ToUnicode: context.register(context.stream(map)),
    }),
  );
  page.node.normalize();
  page.node.setFontDictionary(PDFName.of("T3"), font);
}

/** Such a font whose glyphs are missing and have no Unicode: what stands in it nobody can tell. Its codes are "0" to "9". */
export function addEmptyType3Font(document: PDFDocument, page: PDFPage): void {
  addType3Digits(document, page);
  const font = page.node.Resources()!.lookup(PDFName.of("Font"), PDFDict).lookup(PDFName.of("T3"), PDFDict);
  font.delete(PDFName.of("ToUnicode"));
  font.set(PDFName.of("CharProcs"), document.context.obj({}));
}

/** Such a font of the ten digits, whose codes are ASCII. */
export function addType3Digits(document: PDFDocument, page: PDFPage): void {
  addType3Font(document, page, "0123456789");
}

/** A Chinese font that is named and not embedded, /Song in the page's resources, as on official receipts. */
export function addSongByName(document: PDFDocument, page: PDFPage): void {
  const { context } = document;
  const descendant = context.obj({
    Type: "Font",
    Subtype: "CIDFontType0",
    BaseFont: "STSong-Light",
    CIDSystemInfo: { Registry: PDFString.of("Adobe"), Ordering: PDFString.of("GB1"), Supplement: 4 },
    DW: 1000,
  });
  const font = context.obj({
    Type: "Font",
    Subtype: "Type0",
    BaseFont: "STSong-Light",
    Encoding: "UniGB-UCS2-H",
    DescendantFonts: [context.register(descendant)],
  });
  page.node.normalize();
  page.node.setFontDictionary(PDFName.of("Song"), context.register(font));
}

/** Shows text in that font. (x, y) is the left end of the baseline. */
export function showInSong(text: string, x: number, y: number, size: number): string {
  const codes = Buffer.from(text, "utf16le").swap16().toString("hex");
  return `BT /Song ${size} Tf ${x} ${y} Td <${codes}> Tj ET`;
}

/** The file with a later revision in which one page's content is empty; the first revision is still in the bytes. */
export async function withPageEmptied(bytes: Uint8Array, index: number): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, forIncrementalUpdate: true });
  const { context } = document;
  document.getPage(index).node.set(PDFName.of("Contents"), context.register(context.stream("\n")));
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}

/** Draws text as filled outlines, as print shops deliver it: no font is left. (x, y) is the left end of the baseline. */
export function drawOutlines(page: PDFPage, text: string, x: number, y: number, size: number): void {
  const font = fontkit.create(chineseFont());
  const scale = size / font.unitsPerEm;
  let at = x;
  for (const glyph of font.layout(text).glyphs) {
    page.drawSvgPath(flipped(glyph.path.toSVG()), { x: at, y, scale, color: rgb(0, 0, 0) });
    at += glyph.advanceWidth * scale;
  }
}

/**
 * Paints a colour through the outlines of text: no font is left, and what is painted is a rectangle or a shading, /S0 in the
 * page's resources. (x, y) is the left end of the baseline.
 */
export function paintThroughOutlines(
  document: PDFDocument,
  page: PDFPage,
  text: string,
  [x, y, size]: readonly [x: number, y: number, size: number],
  paint: "rectangle" | "shading",
): void {
  const font = fontkit.create(chineseFont());
  const scale = size / font.unitsPerEm;
  let at = x;
  for (const glyph of font.layout(text).glyphs) {
    const outline = operatorsOf(glyph.path.toSVG(), (px, py) => [at + px * scale, y + py * scale]);
    const shown = paint === "shading" ? "/S0 sh" : `0 g 0 0 ${page.getWidth()} ${page.getHeight()} re f`;
    if (outline !== "") addContent(document, page, `q 0 0 595 842 re W n ${outline} W n ${shown} Q`);
    at += glyph.advanceWidth * scale;
  }
  addShading(document, page);
}

/** A shading from black to dark blue over the page, /S0 in its resources, and a pattern of it, /P1. */
export function addShading(document: PDFDocument, page: PDFPage): void {
  const { context } = document;
  const shading = context.register(
    context.obj({
      ShadingType: 2,
      ColorSpace: "DeviceRGB",
      Coords: [0, 0, 600, 0],
      Extend: [true, true],
      Function: { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0], C1: [0, 0, 0.4], N: 1 },
    }),
  );
  page.node.normalize();
  const resources = page.node.Resources()!;
  resources.set(PDFName.of("Shading"), context.obj({ S0: shading }));
  resources.set(PDFName.of("Pattern"), context.obj({ P1: { Type: "Pattern", PatternType: 2, Shading: shading } }));
}

/** The path operators of an SVG outline whose y runs up. */
function operatorsOf(path: string, place: (x: number, y: number) => readonly [x: number, y: number]): string {
  const operators: string[] = [];
  let last: readonly [x: number, y: number] = [0, 0];
  for (const [, command, operands] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const numbers = (operands!.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const points = Array.from({ length: numbers.length / 2 }, (_, at) => place(numbers[at * 2]!, numbers[at * 2 + 1]!));
    const [control, end] = points;
    // A quadratic curve as a cubic one.
    if (command === "Q") points[0] = between(last, control!);
    if (command === "Q") points.splice(1, 1, between(end!, control!), end!);
    operators.push(
      `${points
        .flat()
        .map((value) => value.toFixed(3))
        .join(" ")} ${{ M: "m", L: "l", Q: "c", C: "c", Z: "h" }[command!]}`,
    );
    last = points.at(-1) ?? last;
  }
  return operators.join(" ");
}

/** Two thirds of the way. */
function between([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): [x: number, y: number] {
  return [ax + ((bx - ax) * 2) / 3, ay + ((by - ay) * 2) / 3];
}

/** Turns the outline of a font, whose y runs up, into one of SVG, whose y runs down. */
function flipped(path: string): string {
  let isX = false;
  return path.replace(/[A-Za-z]|-?[\d.]+(?:e-?\d+)?/g, (token) => {
    if (/^[A-Za-z]$/.test(token)) {
      isX = false;
      return token;
    }
    isX = !isX;
    return isX ? token : String(-Number(token));
  });
}

/** Fills a rectangle with a pattern whose cell shows text in Helvetica. */
export function fillWithPattern(document: PDFDocument, page: PDFPage, text: string): void {
  const { context } = document;
  const font = context.obj({ Type: "Font", Subtype: "Type1", BaseFont: "Helvetica" });
  const pattern = context.register(
    context.stream(`BT /F 24 Tf 10 20 Td (${text}) Tj ET`, {
      Type: "Pattern",
      PatternType: 1,
      PaintType: 1,
      TilingType: 1,
      BBox: [0, 0, 300, 60],
      XStep: 300,
      YStep: 60,
      Resources: { Font: { F: font } },
    }),
  );
  page.node.normalize();
  page.node.Resources()!.set(PDFName.of("Pattern"), context.obj({ P0: pattern }));
  addContent(document, page, "/Pattern cs /P0 scn 0 600 300 60 re f");
}

/** The modules of a barcode as rectangles; (x, y) is the lower left corner. */
export function drawModules(
  page: PDFPage,
  { data, width, height }: { data: Uint8ClampedArray | Uint8Array; width: number; height: number },
  x: number,
  y: number,
  module: number,
): void {
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (data[row * width + column]! > 127) continue;
      const place = { x: x + column * module, y: y + (height - 1 - row) * module };
      page.drawRectangle({ ...place, width: module, height: module, color: rgb(0, 0, 0) });
    }
  }
}
