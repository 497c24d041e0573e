import type { PdfFile } from "@tuhei/core/pdf";
import type { Target } from "./kept-parts.js";

/** Where a destination leads, if it is a page of the file: of how it is to be shown, only the point is taken over. */
export function targetOf({ engine, handle, pageCount }: PdfFile, destination: number): Target | undefined {
  const { raw } = engine;
  if (destination === 0) return undefined;
  const page = raw.FPDFDest_GetDestPageIndex!(handle, destination);
  if (page < 0 || page >= pageCount) return undefined;
  return engine.borrow(24, (scratch) => {
    const [hasX, hasY, hasZoom, x, y, zoom] = [0, 4, 8, 12, 16, 20].map((offset) => scratch + offset) as number[];
    if (raw.FPDFDest_GetLocationInPage!(destination, hasX!, hasY!, hasZoom!, x!, y!, zoom!) === 0) return { page };
    const [isX, isY] = engine.words().subarray(scratch / 4, scratch / 4 + 2);
    const [left = 0, top = 0] = engine.floats().subarray(x! / 4, x! / 4 + 2);
    return {
      page,
      ...(isX && Number.isFinite(left) && { x: Math.round(left) }),
      ...(isY && Number.isFinite(top) && { y: Math.round(top) }),
    };
  });
}
