import { pdfOf } from "../pdf.ts";
import * as features from "../pdf-features.ts";
import { KEPT, NAME, PHONE } from "./content.ts";
import type { CorpusFile } from "./corpus-file.ts";

/** Values that are drawn and not written. */
export const drawings: readonly CorpusFile[] = [
  {
    id: "26",
    title: "text as outlines",
    build: () =>
      pdfOf([
        {
          texts: [{ text: KEPT, x: 72, y: 600 }],
          draw: (page) => features.drawOutlines(page, `姓名：${NAME} 电话：${PHONE}`, 72, 700, 16),
        },
      ]),
    kept: KEPT,
    shows: [{ values: [NAME, PHONE], seenBy: ["page pixels"] }],
  },
  {
    id: "27",
    title: "text in a pattern",
    build: () =>
      pdfOf([{ texts: [{ text: KEPT, x: 72, y: 600 }] }], {
        finish: (document) => features.fillWithPattern(document, document.getPage(0), `Tel ${PHONE}`),
      }),
    rasterized: "text in a pattern or mask",
    shows: [{ values: [PHONE], seenBy: ["qpdf --qdf"] }],
  },
];
