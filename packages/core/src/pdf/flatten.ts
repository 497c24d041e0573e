import type { PdfFile, PdfPage } from "./pdf-file.js";

/** FPDFPage_Flatten's results, fpdf_flatten.h. */
const FLATTEN_FAIL = 0;
const FLATTEN_NOTHING = 2;
/** FLAT_NORMALDISPLAY: what a reader sees on the screen. */
const AS_DISPLAYED = 0;
/** FPDF_ANNOT_APPEARANCEMODE_NORMAL. */
const NORMAL_APPEARANCE = 0;
/** FPDF_ANNOT_WIDGET, fpdf_annot.h. */
const WIDGET = 20;

/** Things on a page that are compared: where resources are lost, all of them are. */
const MAX_COMPARED = 64;
/** Longer names of fonts are compared by their beginnings. */
const NAME_BYTES = 256;

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
  const first = file.withPage(index, (page) => (hasOwnSize(page) ? flattenedIn(page) : undefined));
  if (first && isWhole(file, index, first)) return first.flattened;
  // pdfium looks for the size and the resources of a page at the page alone, and makes its own where it inherits them.
  if (!file.ownPage(index)) return "failed";
  const second = file.withPage(index, flattenedIn);
  return isWhole(file, index, second) ? second.flattened : "failed";
}

/** What became of a page, and what it drew before. */
interface Attempt {
  readonly flattened: Flattened;
  readonly drawn: readonly string[];
}

function flattenedIn(page: PdfPage): Attempt {
  const { handle, engine } = page;
  const { raw } = engine;
  const drawn = drawnOn(page);
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
  if (result === FLATTEN_FAIL) return { flattened: "failed", drawn };
  return { flattened: result === FLATTEN_NOTHING ? "nothing" : "done", drawn };
}

/** Whether a page says itself how large it is. */
function hasOwnSize({ engine, handle }: PdfPage): boolean {
  return engine.borrow(16, (sides) =>
    Boolean(engine.raw.FPDFPage_GetMediaBox!(handle, sides, sides + 4, sides + 8, sides + 12)),
  );
}

/** Whether the page still draws what it drew before, with what was laid over it at the end. */
function isWhole(file: PdfFile, index: number, { flattened, drawn }: Attempt): boolean {
  if (flattened !== "done") return true;
  const now = file.withPage(index, drawnOn);
  return drawn.every((object, at) => now[at] === object);
}

/** The first things that a page draws by their kinds, and texts by their fonts: without its resources it has neither. */
function drawnOn({ engine, handle }: PdfPage): string[] {
  const { raw } = engine;
  const count = Math.min(raw.FPDFPage_CountObjects!(handle), MAX_COMPARED);
  return engine.borrow(NAME_BYTES, (buffer) =>
    Array.from({ length: count }, (_, at) => {
      const object = raw.FPDFPage_GetObject!(handle, at);
      const font = raw.FPDFTextObj_GetFont!(object);
      const length = font === 0 ? 0 : raw.FPDFFont_GetBaseFontName!(font, buffer, NAME_BYTES);
      const name = Buffer.from(engine.bytes().subarray(buffer, buffer + Math.min(length, NAME_BYTES)));
      return `${raw.FPDFPageObj_GetType!(object)} ${name.toString("latin1")}`;
    }),
  );
}

/** Annotations of a page, counted without parsing its content. @throws {TuheiError} "engine" */
export function annotationCount({ engine, handle, firstPage }: PdfFile, index: number): number {
  return engine.guard(() => engine.raw.EPDFPage_GetAnnotCountRaw!(handle, index - firstPage));
}
