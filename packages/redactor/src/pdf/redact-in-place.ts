import type { Quad } from "@tuhei/core";
import { type PdfPage, quadPoints } from "@tuhei/core/pdf";

/** FS_QUADPOINTSF: eight 32-bit floats, fpdfview.h. */
const QUAD_BYTES = 32;

/**
 * Takes text, pixels and paths under the quads out of a loaded page and paints them black. The page in memory is changed; it
 * must be loaded again before it is read.
 *
 * @returns whether pdfium says that it worked; if not, the page may hold anything
 * @throws {TuheiError} "engine"
 */
export function redactInPlace({ engine, handle, space }: PdfPage, quads: readonly Quad[]): boolean {
  const { raw } = engine;
  return engine.borrow(quads.length * QUAD_BYTES, (pointer) => {
    engine.floats().set(
      quads.flatMap((quad) => quadPoints(quad, space)),
      pointer / Float32Array.BYTES_PER_ELEMENT,
    );
    const [recurseForms, drawBlack] = [1, 1];
    const isDone = raw.EPDFText_RedactInQuads!(handle, pointer, quads.length, recurseForms, drawBlack) !== 0;
    return raw.FPDFPage_GenerateContent!(handle) !== 0 && isDone;
  });
}
