import type { Quad } from "@tuhei/core";
import type { PdfPage } from "@tuhei/core/pdf";

/** FPDF_FILLMODE_WINDING, fpdf_edit.h. */
const FILL_WINDING = 2;
const OPAQUE = 255;

/** Draws quads black on top of everything on a loaded page. FPDFPage_GenerateContent must follow. */
export function drawBlackBoxes({ engine: { raw }, handle, space }: PdfPage, quads: readonly Quad[]): void {
  for (const quad of quads) {
    const [first, ...others] = quad.map((corner) => space.toUser(corner));
    const path = raw.FPDFPageObj_CreateNewPath!(first!.x, first!.y);
    for (const { x, y } of others) raw.FPDFPath_LineTo!(path, x, y);
    raw.FPDFPath_Close!(path);
    raw.FPDFPath_SetDrawMode!(path, FILL_WINDING, 0);
    raw.FPDFPageObj_SetFillColor!(path, 0, 0, 0, OPAQUE);
    raw.FPDFPage_InsertObject!(handle, path);
  }
}
