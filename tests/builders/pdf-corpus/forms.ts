import { degrees, PDFDocument, type PDFPage } from "@cantoo/pdf-lib";
import { A4, textPdf } from "../pdf.ts";
import { KEPT, LINES, NAME, PHONE, VALUES } from "./content.ts";
import { type CorpusFile, READERS } from "./corpus-file.ts";

const read = { kept: KEPT, shows: [{ values: VALUES, seenBy: [...READERS, "qpdf --qdf"] }] } as const;

/** Pages that show the text page as a form; `place` draws it. */
async function formed(
  pages: number,
  place: (page: PDFPage, form: Awaited<ReturnType<PDFDocument["embedPdf"]>>[number]) => void,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const [form] = await document.embedPdf(await textPdf(LINES));
  for (let index = 0; index < pages; index++) place(document.addPage([...A4]), form!);
  return document.save({ useObjectStreams: false });
}

/** Text in form XObjects. */
export const forms: readonly CorpusFile[] = [
  { id: "11", title: "a form", build: () => formed(1, (page, form) => page.drawPage(form, { x: 0, y: 0 })), ...read },
  {
    id: "11b",
    title: "a form that two pages share",
    build: () => formed(2, (page, form) => page.drawPage(form, { x: 0, y: 0 })),
    ...read,
  },
  {
    id: "11c",
    title: "a form drawn twice",
    build: () =>
      formed(1, (page, form) => {
        page.drawPage(form, { x: 0, y: 0 });
        page.drawPage(form, { x: 0, y: -300 });
      }),
    ...read,
  },
  {
    id: "11d",
    title: "a form in a form, scaled",
    build: async () => {
      const inner = await formed(1, (page, form) => page.drawPage(form, { x: 20, y: 20, xScale: 0.8, yScale: 0.8 }));
      const document = await PDFDocument.create({ updateMetadata: false });
      const [outer] = await document.embedPdf(inner);
      document.addPage([...A4]).drawPage(outer!, { x: 10, y: 10, xScale: 0.9, yScale: 0.9 });
      return document.save({ useObjectStreams: false });
    },
    ...read,
  },
  {
    id: "11e",
    title: "a form that is turned",
    build: () => formed(1, (page, form) => page.drawPage(form, { x: 300, y: 0, rotate: degrees(20) })),
    kept: KEPT,
    // Readers lay out slanted text in their own ways: a long number may come in pieces.
    shows: [
      { values: VALUES, seenBy: ["qpdf --qdf"] },
      { values: [NAME, PHONE], seenBy: ["PyMuPDF", "pdf.js"] },
    ],
    rasterized: "text beside it that would move",
  },
];
