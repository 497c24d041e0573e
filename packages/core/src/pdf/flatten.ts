import type { PdfFile } from "./pdf-file.js";

/** FPDFPage_Flatten's results, fpdf_flatten.h. */
const FLATTEN_FAIL = 0;
const FLATTEN_NOTHING = 2;
/** FLAT_NORMALDISPLAY: what a reader sees on the screen. */
const AS_DISPLAYED = 0;
/** FPDF_ANNOT_APPEARANCEMODE_NORMAL. */
const NORMAL_APPEARANCE = 0;
/** FPDF_ANNOT_WIDGET, fpdf_annot.h. */
const WIDGET = 20;

/** What became of a page's form fields and annotations. */
export type Flattened = "nothing" | "done" | "failed";

/**
 * Makes the appearances of form fields and annotations part of the page, in memory, so that they are text and pictures
 * like the rest. Reading and writing both do it, or their coordinates would differ. Appearances that a reader would make
 * itself (NeedAppearances) are made first.
 *
 * @throws {TuheiError} "damaged", "engine"
 */
export function flattenPage(file: PdfFile, index: number): Flattened {
  if (annotationCount(file, index) === 0) return "nothing";
  return file.withPage(index, ({ handle, engine: { raw } }) => {
    const count = raw.FPDFPage_GetAnnotCount!(handle);
    for (let at = 0; at < count; at++) {
      const annotation = raw.FPDFPage_GetAnnot!(handle, at);
      if (annotation === 0) continue;
      if (raw.EPDFAnnot_HasAppearanceStream!(annotation, NORMAL_APPEARANCE) === 0) {
        const isWidget = raw.FPDFAnnot_GetSubtype!(annotation) === WIDGET;
        if (isWidget) raw.EPDFAnnot_GenerateFormFieldAP!(annotation);
        else raw.EPDFAnnot_GenerateAppearance!(annotation);
      }
      raw.FPDFPage_CloseAnnot!(annotation);
    }
    const result = raw.FPDFPage_Flatten!(handle, AS_DISPLAYED);
    if (result === FLATTEN_FAIL) return "failed";
    return result === FLATTEN_NOTHING ? "nothing" : "done";
  });
}

/** Annotations of a page, counted without parsing its content. @throws {TuheiError} "engine" */
export function annotationCount({ engine, handle, firstPage }: PdfFile, index: number): number {
  return engine.guard(() => engine.raw.EPDFPage_GetAnnotCountRaw!(handle, index - firstPage));
}
