import { PDFName } from "@cantoo/pdf-lib";
import { pdfOf, pdfText } from "../pdf.ts";
import * as features from "../pdf-features.ts";
import { ID, KEPT, NAME, PHONE } from "./content.ts";
import type { CorpusFile } from "./corpus-file.ts";

/** Optional content. */
export const layers: readonly CorpusFile[] = [
  {
    id: "17",
    title: "a layer that is not shown",
    build: () =>
      pdfOf([{ texts: [{ text: KEPT, x: 72, y: 100 }] }], {
        finish(document, font) {
          const page = document.getPage(0);
          features.drawOnHiddenLayer(document, page, () =>
            page.drawText(`姓名：${NAME}`, { x: 72, y: 300, font, size: 12 }),
          );
        },
      }),
    rasterized: "hidden layers",
    shows: [{ values: [NAME], seenBy: ["qpdf --qdf"] }],
  },
  {
    id: "17b",
    title: "a form on a layer that is not shown, and a layer with a name",
    build: () =>
      pdfOf([{ texts: [{ text: KEPT, x: 72, y: 100 }] }], {
        finish(document) {
          const { context, catalog } = document;
          const layer = context.register(context.obj({ Type: "OCG", Name: pdfText(ID) }));
          const form = context.register(
            context.stream(`BT /F 12 Tf 72 300 Td (Tel ${PHONE} end) Tj ET`, {
              Type: "XObject",
              Subtype: "Form",
              BBox: [0, 0, 595, 842],
              OC: layer,
              Resources: { Font: { F: { Type: "Font", Subtype: "Type1", BaseFont: "Helvetica" } } },
            }),
          );
          catalog.set(PDFName.of("OCProperties"), context.obj({ OCGs: [layer], D: { OFF: [layer], Order: [layer] } }));
          const page = document.getPage(0);
          page.node.normalize();
          page.node.setXObject(PDFName.of("Layered"), form);
          features.addContent(document, page, "/Layered Do");
        },
      }),
    rasterized: "hidden layers",
    shows: [
      { values: [PHONE], seenBy: ["qpdf --qdf"] },
      { values: [ID], seenBy: ["PyMuPDF", "pdf.js", "qpdf --qdf"] },
    ],
  },
];
