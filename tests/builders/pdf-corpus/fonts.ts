import { unembeddedPdf } from "../leaky-pdf-fonts.ts";
import { openTypePdf } from "../open-type-pdf.ts";
import { pdfOf } from "../pdf.ts";
import * as features from "../pdf-features.ts";
import { KEPT, LINES, NAME, NUMBERS, PHONE, TEXTS, VALUES } from "./content.ts";
import { type CorpusFile, READERS } from "./corpus-file.ts";

/** Kinds of fonts. */
export const fonts: readonly CorpusFile[] = [
  {
    id: "13",
    title: "a Type3 font",
    build: () =>
      pdfOf([{ texts: [{ text: KEPT, x: 72, y: 100 }] }], {
        finish: (document) => {
          features.addType3Font(document, document.getPage(0), "0123456789王小明电话：");
          features.addContent(document, document.getPage(0), `BT /T3 12 Tf 72 600 Td (=>?${PHONE}) Tj ET`);
        },
      }),
    kept: KEPT,
    shows: [{ values: [PHONE], seenBy: [...READERS, "qpdf --qdf"] }],
  },
  {
    id: "25",
    title: "a Chinese font by its name, in UTF-16, without ToUnicode",
    build: () => unembeddedPdf(LINES),
    kept: KEPT,
    shows: [{ values: VALUES, seenBy: ["mutool draw", "PyMuPDF", "qpdf --qdf"] }],
  },
  {
    id: "30",
    title: "a font without ToUnicode",
    build: () => pdfOf([{ texts: TEXTS }], { font: "no-unicode" }),
    shows: [{ values: VALUES, seenBy: ["page pixels"] }],
    rasterized: "text without Unicode",
  },
  {
    id: "30b",
    title: "digits that ToUnicode shuffles",
    build: () => openTypePdf(LINES, (char) => (/\d/.test(char) ? "8301594726"[Number(char)]! : char)),
    shows: [
      { values: [NAME], seenBy: READERS },
      { values: NUMBERS, seenBy: ["page pixels"] },
    ],
    rasterized: "text without Unicode",
  },
  {
    id: "34",
    title: "values in one font with other pages",
    build: () => pdfOf([{ texts: TEXTS }, { texts: [{ text: `${KEPT}王一二三`, x: 72, y: 90 }] }]),
    kept: `${KEPT}王一二三`,
    shows: [{ values: VALUES, seenBy: [...READERS, "qpdf --qdf"] }],
  },
  {
    id: "40",
    title: "CFF outlines in an OpenType file",
    build: () => openTypePdf(LINES),
    kept: KEPT,
    shows: [{ values: VALUES, seenBy: [...READERS, "qpdf --qdf"] }],
  },
];
