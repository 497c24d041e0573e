import type { Quad } from "@tuhei/core";
import { flattenPage, type PdfFile } from "@tuhei/core/pdf";
import type { RasterReasons } from "./raster-reasons.js";
import { redactInPlace } from "./redact-in-place.js";

/** FPDF_ANNOT_WIDGET, fpdf_annot.h. */
const WIDGET = 20;

/** Names what a page carries on top of its content, before it becomes part of it. */
export function noteAnnotations(file: PdfFile, index: number, removed: Set<string>): void {
  file.withPage(index, ({ handle, engine: { raw } }) => {
    const count = raw.FPDFPage_GetAnnotCount!(handle);
    for (let at = 0; at < count; at++) {
      const annotation = raw.FPDFPage_GetAnnot!(handle, at);
      if (annotation === 0) continue;
      removed.add(raw.FPDFAnnot_GetSubtype!(annotation) === WIDGET ? "form" : "annotations");
      raw.FPDFPage_CloseAnnot!(annotation);
    }
  });
}

/** Makes annotations part of the page and takes what is under the quads out of it, in memory. */
export function workOnPage(file: PdfFile, index: number, quads: readonly Quad[], reasons: RasterReasons): void {
  if (flattenPage(file, index) === "failed") reasons.add(index, "annotations that cannot be made part of the page");
  if (quads.length === 0) return;
  const isDone = file.withPage(index, (page) => redactInPlace(page, quads));
  if (!isDone) reasons.add(index, "content that cannot be removed in place");
}
