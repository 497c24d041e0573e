import { PDFDict, type PDFDocument, type PDFFont, PDFName, PDFString } from "@cantoo/pdf-lib";
import { appendTo, pdfOf, pdfText } from "../pdf.ts";
import * as features from "../pdf-features.ts";
import { ADDRESS, ID, KEPT, NAME, PHONE, TEXTS, VALUES } from "./content.ts";
import { type CorpusFile, READERS, type Shown } from "./corpus-file.ts";

/** A page with one line that stays, and something beside it. */
const withMore = (finish: (document: PDFDocument, font: PDFFont) => void | Promise<void>) => () =>
  pdfOf([{ texts: [{ text: KEPT, x: 72, y: 100 }] }], { finish });

const shows = (values: readonly string[], ...seenBy: Shown["seenBy"]): readonly Shown[] => [{ values, seenBy }];
const entry = (dict: PDFDict, key: string, value: Parameters<PDFDict["set"]>[1]) => dict.set(PDFName.of(key), value);

/** What a PDF holds besides the content of its pages. */
export const besidePages: readonly CorpusFile[] = [
  {
    id: "07",
    title: "form fields",
    build: withMore((document, font) => {
      const page = document.getPage(0);
      features.addField(document, page, font, "姓名", NAME, 72, 500);
      features.addField(document, page, font, "电话", PHONE, 72, 470);
      features.addField(document, page, font, "备注", "无", 72, 440);
    }),
    kept: KEPT,
    removed: ["form"],
    shows: shows([NAME, PHONE], "pdftotext", "PyMuPDF", "pdf.js", "qpdf --qdf"),
  },
  {
    id: "08",
    title: "a note and a link",
    build: withMore((document) => {
      features.addNote(document, document.getPage(0), `姓名：${NAME} ${PHONE}`, NAME);
      features.addLink(document, document.getPage(0), `https://example.com/${ID}`);
    }),
    kept: KEPT,
    removed: ["annotations"],
    losesMarks: true,
    shows: shows([NAME, PHONE, ID], "PyMuPDF", "pdf.js", "qpdf --qdf"),
  },
  {
    id: "08b",
    title: "text written on the page, its rich text and its pop-up",
    build: withMore((document) => {
      const { context } = document;
      const { node } = document.getPage(0);
      const look = context.register(
        context.stream(`BT /F 12 Tf 0 5 Td (Tel ${PHONE}) Tj ET`, {
          Type: "XObject",
          Subtype: "Form",
          BBox: [0, 0, 200, 20],
          Resources: { Font: { F: { Type: "Font", Subtype: "Type1", BaseFont: "Helvetica" } } },
        }),
      );
      const note = context.register(
        context.obj({
          Type: "Annot",
          Subtype: "FreeText",
          Rect: [72, 500, 272, 520],
          F: 4,
          DA: PDFString.of("/Helv 12 Tf"),
          Contents: pdfText(`Tel ${PHONE}`),
          RC: pdfText(`<body><p>${NAME} ${ID}</p></body>`),
          AP: { N: look },
        }),
      );
      appendTo(document, node, "Annots", note);
      appendTo(
        document,
        node,
        "Annots",
        context.register(
          context.obj({
            Type: "Annot",
            Subtype: "Popup",
            Rect: [300, 500, 400, 600],
            Parent: note,
            Contents: pdfText(ADDRESS),
          }),
        ),
      );
    }),
    kept: KEPT,
    removed: ["annotations"],
    shows: [
      { values: [PHONE], seenBy: ["pdftotext", "PyMuPDF", "pdf.js", "qpdf --qdf"] },
      { values: [NAME, ID, ADDRESS], seenBy: ["qpdf --qdf"] },
    ],
  },
  {
    id: "09",
    title: "an attachment",
    build: withMore((document) =>
      features.addAttachment(document, `${NAME}.txt`, Buffer.from(`姓名：${NAME}\n${PHONE}\n${ID}\n`)),
    ),
    kept: KEPT,
    removed: ["attachments"],
    shows: shows([NAME, PHONE, ID], "PyMuPDF", "pdf.js", "qpdf --qdf"),
  },
  {
    id: "10",
    title: "an outline",
    build: withMore((document) => features.addOutline(document, ADDRESS)),
    kept: KEPT,
    removed: ["outline"],
    shows: shows([ADDRESS], "PyMuPDF", "pdf.js", "qpdf --qdf"),
  },
  {
    id: "10b",
    title: "document information and XMP",
    build: withMore((document) => features.addMetadata(document, NAME, PHONE, true)),
    kept: KEPT,
    removed: ["Info", "XMP"],
    shows: shows([NAME, PHONE], "PyMuPDF", "pdf.js", "exiftool", "qpdf --qdf"),
  },
  {
    id: "10c",
    title: "page labels and named destinations",
    build: withMore(({ catalog, context }) => {
      const page = context.lookup(catalog.Pages().Kids().get(0), PDFDict);
      const destination = [context.getObjectRef(page)!, PDFName.of("Fit")];
      entry(catalog, "PageLabels", context.obj({ Nums: [0, { P: pdfText(`${NAME}-`) }] }));
      const names = context.obj({ Names: [pdfText(PHONE), destination] });
      entry(catalog, "Names", context.obj({ Dests: names }));
      entry(catalog, "Dests", context.obj({ [ID]: destination }));
    }),
    kept: KEPT,
    shows: shows([NAME, PHONE], "pdf.js", "qpdf --qdf"),
  },
  {
    id: "10d",
    title: "data of applications",
    build: withMore((document) => {
      const { context } = document;
      const data = () =>
        context.obj({ Editor: { LastModified: PDFString.of("D:2024"), Private: { Owner: pdfText(NAME) } } });
      entry(document.getPage(0).node, "PieceInfo", data());
      entry(
        document.catalog,
        "PieceInfo",
        context.obj({ Editor: { Private: context.register(context.flateStream(PHONE)) } }),
      );
    }),
    kept: KEPT,
    shows: shows([NAME, PHONE], "qpdf --qdf"),
  },
  {
    id: "21",
    title: "a structure tree and replacement text",
    build: withMore((document) => {
      const { context } = document;
      const page = document.getPage(0);
      const root = context.nextRef();
      const element = context.register(
        context.obj({
          Type: "StructElem",
          S: "P",
          P: root,
          Pg: page.ref,
          K: 0,
          Alt: pdfText(NAME),
          E: pdfText(PHONE),
          T: pdfText(ADDRESS),
          ActualText: pdfText(ID),
        }),
      );
      context.assign(root, context.obj({ Type: "StructTreeRoot", K: element }));
      entry(document.catalog, "StructTreeRoot", root);
      entry(document.catalog, "MarkInfo", context.obj({ Marked: true }));
      features.addContent(document, page, `/Span << /MCID 0 /ActualText (${PHONE}) >> BDC 72 600 20 10 re f EMC`);
    }),
    kept: KEPT,
    shows: shows(VALUES, "qpdf --qdf"),
  },
  {
    id: "22",
    title: "scripts on opening, by name and of a page",
    build: withMore((document) => {
      const { context } = document;
      const script = (code: string) => context.obj({ S: "JavaScript", JS: pdfText(code) });
      document.addJavaScript(NAME, `app.alert("${PHONE}")`);
      entry(document.catalog, "OpenAction", script(`app.alert("${ID}")`));
      entry(document.getPage(0).node, "AA", context.obj({ O: script(`app.alert("${ADDRESS}")`) }));
    }),
    kept: KEPT,
    removed: ["JavaScript"],
    shows: [
      { values: VALUES, seenBy: ["qpdf --qdf"] },
      { values: [PHONE, ADDRESS], seenBy: ["pdf.js"] },
    ],
  },
  {
    id: "22b",
    title: "actions that start programs, open files and send forms",
    build: withMore((document) => {
      const { context } = document;
      const { node } = document.getPage(0);
      const actions = [
        { S: "Launch", F: PDFString.of(`/home/${PHONE}`) },
        { S: "GoToR", F: PDFString.of(`${ID}.pdf`), D: [0, PDFName.of("Fit")] },
        { S: "SubmitForm", F: { FS: "URL", F: PDFString.of(`https://example.com/?tel=${PHONE}`) } },
      ];
      for (const [at, action] of actions.entries()) {
        const link = {
          Type: "Annot",
          Subtype: "Link",
          Rect: [72, 400 + at * 30, 100, 420 + at * 30],
          Border: [0, 0, 0],
          A: action,
        };
        appendTo(document, node, "Annots", context.register(context.obj(link)));
      }
    }),
    kept: KEPT,
    removed: ["annotations"],
    shows: shows([PHONE, ID], "qpdf --qdf"),
  },
  {
    id: "24",
    title: "a thumbnail of the page",
    build: () =>
      pdfOf([{ texts: TEXTS }], {
        finish(document) {
          const { context } = document;
          const picture = { Width: 12, Height: 12, ColorSpace: "DeviceGray", BitsPerComponent: 8 };
          // Its pixels spell a number, so that witnesses that look at bytes see it.
          const thumbnail = context.flateStream(`${PHONE} `.repeat(12), picture);
          entry(document.getPage(0).node, "Thumb", context.register(thumbnail));
        },
      }),
    kept: KEPT,
    removed: ["thumbnails"],
    shows: [{ values: VALUES, seenBy: [...READERS, "qpdf --qdf"] }],
  },
];
