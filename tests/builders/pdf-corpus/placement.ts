import { rgb } from "@cantoo/pdf-lib";
import { type PdfOptions, pdfOf, type Sheet } from "../pdf.ts";
import { contentPdf, KEPT, KEPT_LATIN, NAME, NUMBERS, PHONE, TEXTS, VALUES } from "./content.ts";
import { type CorpusFile, READERS } from "./corpus-file.ts";

const sheet = (more: Sheet, options?: PdfOptions) => pdfOf([{ texts: TEXTS, ...more }], options);
const read = { kept: KEPT, shows: [{ values: VALUES, seenBy: [...READERS, "qpdf --qdf"] }] } as const;

/** A number shown in a way that hides it. */
function hidden(id: string, title: string, show: string, seenBy: CorpusFile["shows"][number]["seenBy"]): CorpusFile {
  const after = `BT /F 12 Tf 0 Tr 0 g 72 500 Td (${KEPT_LATIN}) Tj ET`;
  return {
    id,
    title,
    build: () => contentPdf([`q ${show} Q\n${after}`]),
    kept: KEPT_LATIN,
    shows: [{ values: [PHONE], seenBy }],
  };
}
const shown = `(Tel ${PHONE} end) Tj`;

/** Where text stands on pages, and under what. */
export const placement: readonly CorpusFile[] = [
  ...([90, 180, 270] as const).map((rotate, at) => ({
    id: `14${["", "b", "c"][at]}`,
    title: `a page turned by ${rotate}`,
    build: () => sheet({ rotate }),
    ...read,
  })),
  {
    id: "15",
    title: "a crop box off the corner",
    build: () => sheet({ cropBox: [50, 400, 540, 400] }),
    ...read,
  },
  {
    id: "15b",
    title: "an origin below zero, a crop box and a turned page",
    build: () => sheet({ corner: [-40, -30], cropBox: [50, 400, 540, 400], rotate: 270 }),
    ...read,
  },
  { id: "15c", title: "a page with its own unit", build: () => sheet({ userUnit: 2 }), ...read },
  {
    id: "28",
    title: "vertical writing",
    build: () => pdfOf([{ texts: TEXTS.map((line) => ({ ...line, x: line.y * 2, y: 72 })) }], { font: "vertical" }),
    kept: KEPT,
    shows: [{ values: VALUES, seenBy: ["mutool draw", "PyMuPDF", "pdf.js", "qpdf --qdf"] }],
  },
  {
    id: "31",
    title: "text on a slant",
    build: () =>
      pdfOf([
        {
          texts: [
            { text: `姓名：${NAME}`, x: 72, y: 400, angle: 30 },
            { text: KEPT, x: 72, y: 600, angle: 30 },
          ],
        },
      ]),
    kept: KEPT,
    shows: [{ values: [NAME], seenBy: [...READERS, "qpdf --qdf"] }],
  },
  {
    id: "31b",
    title: "letters that lean, beside upright ones",
    build: () =>
      pdfOf([
        {
          texts: [
            { text: `姓名：${NAME}，电话${PHONE.slice(0, 3)}`, x: 72, y: 100 },
            { text: PHONE.slice(3), x: 72 + 12 * 9 + 3 * 6.66, y: 100, lean: 14 },
            { text: KEPT, x: 72, y: 140, lean: 14 },
          ],
        },
      ]),
    kept: KEPT,
    shows: [{ values: [NAME, PHONE], seenBy: [...READERS, "qpdf --qdf"] }],
  },
  {
    id: "29",
    title: "text under a white rectangle",
    build: () =>
      sheet({ draw: (page) => page.drawRectangle({ x: 60, y: 730, width: 480, height: 30, color: rgb(1, 1, 1) }) }),
    ...read,
    // Labels under the rectangle are still covered, which no proof lets pass.
    rasterized: "not proven clean in place",
  },
  hidden("29b", "white text", `1 g BT /F 12 Tf 72 700 Td ${shown} ET`, [...READERS, "qpdf --qdf"]),
  hidden("29c", "text outside of the clip", `0 0 10 10 re W n BT /F 12 Tf 72 700 Td ${shown} ET`, [
    "PyMuPDF",
    "qpdf --qdf",
  ]),
  hidden("29d", "invisible text", `BT /F 12 Tf 3 Tr 72 700 Td ${shown} ET`, [...READERS, "qpdf --qdf"]),
  hidden("29e", "text of a hundredth of a point", `BT /F 0.01 Tf 72 700 Td ${shown} ET`, ["qpdf --qdf"]),
  hidden("29f", "text beside the page", `BT /F 12 Tf 900 700 Td ${shown} ET`, ["qpdf --qdf"]),
  {
    id: "29g",
    title: "the values of a page twice, the second time invisible",
    build: () => pdfOf([{ texts: [...TEXTS, { text: `${NUMBERS.join(" ")}`, x: 72, y: 600, invisible: true }] }]),
    ...read,
  },
];
