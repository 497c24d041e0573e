import type { Quad } from "@tuhei/core";
import { objectMatrix, type PdfPage, pageObjects } from "@tuhei/core/pdf";
import { coverBy } from "./quad-cover.js";

/** How far a matrix may be from a mere shift. */
const TOLERANCE = 0.001;

/** Whether a form that is scaled, turned or mirrored lies under a quad: pdfium writes the text in it anew in the wrong place. */
export function hasTransformedForm(page: PdfPage, quads: readonly Quad[]): boolean {
  const { engine, space } = page;
  const cover = coverBy(quads);
  return engine.borrow(24, (scratch) =>
    pageObjects(page).some(({ kind, handle, bounds }) => {
      if (kind !== "form" || !cover.touches(space.boxOf(bounds))) return false;
      const [a, b, c, d] = objectMatrix(engine, handle, scratch);
      return [a - 1, b, c, d - 1].some((difference) => Math.abs(difference) > TOLERANCE);
    }),
  );
}
