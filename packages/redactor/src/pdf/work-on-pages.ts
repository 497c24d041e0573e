import type { Quad } from "@tuhei/core";
import { annotationCount, flattenPage, type PdfFile, type PdfPage, pageChars, renderPage } from "@tuhei/core/pdf";
import { arePicturesBlanked } from "./blanked-pictures.js";
import { changedPixels } from "./changed-pixels.js";
import { fontsUnder } from "./fonts-under-boxes.js";
import { hasJpegUnder } from "./jpegs-under-boxes.js";
import { hasUnmappedText, stayingText, textDamage } from "./kept-text.js";
import type { RasterReason, RasterReasons } from "./raster-reasons.js";
import { redactInPlace, redactOrigins } from "./redact-in-place.js";
import { hasShapesUnder } from "./shapes-under-boxes.js";
import { hasTransformedForm } from "./transformed-forms.js";

/** FPDF_ANNOT_LINK and FPDF_ANNOT_WIDGET, fpdf_annot.h. */
const LINK = 2;
const WIDGET = 20;
/** Pixels to the inch for comparing a page with itself: a lost letter of 6 pt still changes many pixels. */
const COMPARE_DPI = 72;
/** Pixels that may differ outside the boxes. */
const MAX_CHANGED = 12;
/** Points around the boxes that may change: glyphs reach out of their boxes. */
const MARGIN = 3;

/** Names what a page carries on top of its content, before it becomes part of it; links only where none are kept. */
export function noteAnnotations(file: PdfFile, index: number, removed: Set<string>, areLinksKept: boolean): void {
  if (annotationCount(file, index) === 0) return;
  file.withPage(index, ({ handle, engine: { raw } }) => {
    const count = raw.FPDFPage_GetAnnotCount!(handle);
    for (let at = 0; at < count; at++) {
      const annotation = raw.FPDFPage_GetAnnot!(handle, at);
      if (annotation === 0) continue;
      const kind = raw.FPDFAnnot_GetSubtype!(annotation);
      if (kind !== LINK || !areLinksKept) removed.add(kind === WIDGET ? "form" : "annotations");
      raw.FPDFPage_CloseAnnot!(annotation);
    }
  });
}

/** What work on pages learns about them. */
export interface PageNotes {
  readonly reasons: RasterReasons;
  /** Plain names of fonts in which something was that had to go. */
  readonly fonts: Set<string>;
  /** Pages with a JPEG under a quad. */
  readonly jpegs: Set<number>;
}

/**
 * Makes annotations part of the page and takes what is under the quads out of it, in memory. Where that cannot be done, or
 * did more or less than it should, the reason is noted.
 *
 * @returns whether the page in memory still looks as it did; if not, it must be drawn from the original
 * @throws {TuheiError} "damaged", "engine"
 */
export function workOnPage(file: PdfFile, index: number, quads: readonly Quad[], notes: PageNotes): boolean {
  const { reasons } = notes;
  if (flattenPage(file, index) === "failed") reasons.add(index, "annotations that cannot be made part of the page");
  if (quads.length === 0) return true;
  const before = file.withPage(index, (page) => {
    const chars = pageChars(page);
    for (const name of fontsUnder(page, chars, quads)) notes.fonts.add(name);
    if (hasJpegUnder(page, quads)) notes.jpegs.add(index);
    const hazard = hazardOf(page, chars, quads);
    if (hazard) reasons.add(index, hazard);
    return { chars, ...(!reasons.has(index) && { rendering: renderPage(page, COMPARE_DPI) }) };
  });
  const { chars, rendering } = before;
  if (rendering === undefined) return true;
  if (!file.withPage(index, (page) => redactInPlace(page, chars, quads))) {
    reasons.add(index, "content that cannot be removed in place");
    return false;
  }
  const left = file.withPage(index, (page) => leftOn(page, quads));
  if (left.staying.length > 0 && !file.withPage(index, (page) => redactOrigins(page, left.staying))) {
    reasons.add(index, "content that cannot be removed in place");
    return false;
  }
  return file.withPage(index, (page) => {
    const after = left.staying.length > 0 ? pageChars(page) : left.chars;
    const damage = textDamage(chars, after, quads, page);
    if (damage !== undefined) reasons.add(index, damage);
    if (!arePicturesBlanked(page, quads)) reasons.add(index, "a picture that cannot be blanked in place");
    if (hasShapesUnder(page, quads)) reasons.add(index, "drawings that cannot be removed in place");
    const isIntact = changedPixels(rendering, renderPage(page, COMPARE_DPI), quads, MARGIN) <= MAX_CHANGED;
    if (!isIntact) reasons.add(index, "drawings beside it that would change");
    return isIntact;
  });
}

/** The text of a page after the first pass, and where some of it should have gone. */
function leftOn(page: PdfPage, quads: readonly Quad[]) {
  const chars = pageChars(page);
  return { chars, staying: stayingText(chars, quads, page) };
}

/** What makes removal in place unsafe from the start. */
function hazardOf(
  page: PdfPage,
  chars: ReturnType<typeof pageChars>,
  quads: readonly Quad[],
): RasterReason | undefined {
  if (hasUnmappedText(chars, quads, page)) return "text without Unicode";
  if (hasTransformedForm(page, quads)) return "a form that is scaled or turned";
  return undefined;
}
