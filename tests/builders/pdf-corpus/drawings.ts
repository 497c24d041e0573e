import { pdfOf } from "../pdf.ts";
import * as features from "../pdf-features.ts";
import { contentPdf, KEPT, KEPT_LATIN, NAME, PHONE } from "./content.ts";
import { type CorpusFile, READERS } from "./corpus-file.ts";

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
  ...(["rectangle", "shading"] as const).map(
    (paint): CorpusFile => ({
      id: paint === "rectangle" ? "45" : "45b",
      title: `a ${paint} painted through the outlines of text`,
      build: () =>
        pdfOf([{ texts: [{ text: KEPT, x: 72, y: 600 }] }], {
          finish: (document) => {
            const text = `姓名：${NAME} 电话：${PHONE}`;
            features.paintThroughOutlines(document, document.getPage(0), text, [72, 700, 16], paint);
          },
        }),
      kept: KEPT,
      // The rectangle is as large as the page, and the shading no larger than what it is painted through.
      ...(paint === "rectangle" && { rasterized: "drawings that cannot be removed in place" }),
      shows: [{ values: [NAME, PHONE], seenBy: ["page pixels"] }],
    }),
  ),
  {
    id: "46",
    title: "text filled with a shading",
    build: () =>
      contentPdf(
        [
          `BT /F 14 Tf 72 600 Td (${KEPT_LATIN}) Tj ET q /Pattern cs /P1 scn BT /F 14 Tf 72 700 Td (Tel ${PHONE}) Tj ET Q`,
        ],
        features.addShading,
      ),
    // pdfium cannot write a fill with a shading anew, and it is on the rest of the line, too.
    rasterized: "drawings beside it that would change",
    shows: [{ values: [PHONE], seenBy: [...READERS, "page pixels"] }],
  },
];
