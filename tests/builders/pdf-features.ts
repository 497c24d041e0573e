import {
  AFRelationship,
  PDFDocument,
  type PDFFont,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  PDFString,
} from "@cantoo/pdf-lib";
import { appendTo, pdfText } from "./pdf.ts";

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
 * A Type3 font of one block glyph for each digit, with a ToUnicode map, named /T3 in the page's resources: what Skia makes
 * of Chinese text.
 */
export function addType3Digits(document: PDFDocument, page: PDFPage): void {
  const { context } = document;
  const names = [..."0123456789"].map((digit) => `d${digit}`);
  const glyph = () => context.register(context.stream("600 0 0 0 500 700 d1\n50 0 400 700 re f\n"));
  const entries = names.map(
    (_, index) => `<${(0x30 + index).toString(16)}> <${(0x30 + index).toString(16).padStart(4, "0")}>`,
  );
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
      LastChar: 0x39,
      Widths: names.map(() => 600),
      ToUnicode: context.register(context.stream(map)),
    }),
  );
  page.node.normalize();
  page.node.setFontDictionary(PDFName.of("T3"), font);
}

/** The file with a later revision in which one page's content is empty; the first revision is still in the bytes. */
export async function withPageEmptied(bytes: Uint8Array, index: number): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, forIncrementalUpdate: true });
  const { context } = document;
  document.getPage(index).node.set(PDFName.of("Contents"), context.register(context.stream("\n")));
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}
