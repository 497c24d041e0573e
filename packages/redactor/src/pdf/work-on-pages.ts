import type { Quad } from "@tuhei/core";
import {
  annotationCount,
  type Canvas,
  flattenPage,
  lookAtPage,
  type PageChars,
  type PdfFile,
  type PdfPage,
  pageChars,
  type Rendering,
  renderPage,
} from "@tuhei/core/pdf";
import { arePicturesBlanked } from "./blanked-pictures.js";
import { changedPixels } from "./changed-pixels.js";
import { compareDpi } from "./compare-dpi.js";
import { COMPARE_DPI, digestOf } from "./compare-output.js";
import { fontsUnder } from "./fonts-under-boxes.js";
import { hasJpegUnder } from "./jpegs-under-boxes.js";
import { hasUnmappedText, stayingText, textDamage } from "./kept-text.js";
import type { RasterReasons } from "./raster-reasons.js";
import { redactInPlace, redactOrigins } from "./redact-in-place.js";
import { hasShapesUnder } from "./shapes-under-boxes.js";

/** FPDF_ANNOT_LINK and FPDF_ANNOT_WIDGET, fpdf_annot.h. */
const LINK = 2;
const WIDGET = 20;
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
  /** Digests of how pages look from which something was taken out. */
  readonly looks: Map<number, string>;
}

/**
 * Makes annotations part of the page and takes what is under the quads out of it, in memory. Where that cannot be done, or
 * did more or less than it should, the reason is noted.
 *
 * @param canvas for the page as it was
 * @returns whether the page in memory still looks as it did; if not, it must be drawn from the original
 * @throws {TuheiError} "damaged", "engine"
 */
export function workOnPage(
  file: PdfFile,
  index: number,
  quads: readonly Quad[],
  notes: PageNotes,
  canvas: Canvas,
): boolean {
  const { reasons } = notes;
  if (flattenPage(file, index) === "failed") reasons.add(index, "annotations that cannot be made part of the page");
  if (quads.length === 0) return true;
  const before = file.withPage(index, (page) => {
    const chars = pageChars(page);
    for (const name of fontsUnder(page, chars, quads)) notes.fonts.add(name);
    if (hasJpegUnder(page, quads)) notes.jpegs.add(index);
    if (hasUnmappedText(chars, quads, page)) reasons.add(index, "text without Unicode");
    if (reasons.has(index)) return undefined;
    const dpi = compareDpi(page, quads);
    const rendering = renderPage(page, dpi, { canvas, isOrderFree: true });
    return { chars, dpi, rendering, isRemoved: redactInPlace(page, chars, quads) };
  });
  if (before === undefined) return true;
  const { chars, dpi, rendering } = before;
  const isIntact = (page: PdfPage, after: PageChars): boolean => {
    const damage = textDamage(chars, after, quads, page);
    if (damage !== undefined) reasons.add(index, damage);
    if (!arePicturesBlanked(page, quads)) reasons.add(index, "a picture that cannot be blanked in place");
    if (hasShapesUnder(page, quads)) reasons.add(index, "drawings that cannot be removed in place");
    const isAsBefore = (now: Rendering) => changedPixels(rendering, now, quads, MARGIN) <= MAX_CHANGED;
    const isSame = lookAtPage(page, COMPARE_DPI, { isOrderFree: true }, (now) => {
      notes.looks.set(index, digestOf(now));
      return dpi !== COMPARE_DPI || isAsBefore(now);
    });
    return isSame && (dpi === COMPARE_DPI || lookAtPage(page, dpi, { isOrderFree: true }, isAsBefore));
  };
  const after = before.isRemoved ? file.withPage(index, (page) => removedAgain(page, quads, isIntact)) : "failed";
  if (after === "failed") reasons.add(index, "content that cannot be removed in place");
  else if (after === "changed") reasons.add(index, "drawings beside it that would change");
  return after === "intact";
}

/** What became of a page: it looks as before, it does not, or something on it cannot be removed. */
type Outcome = "intact" | "changed" | "failed";

/** Takes out what the first pass has left, if anything, and looks at the page as it is then. */
function removedAgain(
  page: PdfPage,
  quads: readonly Quad[],
  isIntact: (page: PdfPage, chars: PageChars) => boolean,
): Outcome {
  const chars = pageChars(page);
  const staying = stayingText(chars, quads, page);
  const looked = (one: PdfPage, read: PageChars) => (isIntact(one, read) ? "intact" : "changed");
  if (staying.length === 0) return looked(page, chars);
  if (!redactOrigins(page, staying)) return "failed";
  return page.file.withPage(page.index, (again) => looked(again, pageChars(again)));
}
