import type { Point, Quad } from "@tuhei/core";
import { apply, invert, multiply, objectMatrix, type PageObject, type PdfPage, pageObjects } from "@tuhei/core/pdf";
import { forRows } from "./paint-quads.js";
import { coverBy } from "./quad-cover.js";

/** Levels by which blanked pixels may differ from one another. They are stored without loss, so not at all, but for palettes. */
const MAX_SPREAD = 8;
/** Pixels at the edge of a quad that are not looked at: which of them belong to it is a matter of rounding. */
const EDGE = 2;
/** FPDFBitmap_* by format number: bytes of a pixel. */
const PIXEL_BYTES: Readonly<Record<number, number>> = { 1: 1, 2: 3, 3: 4, 4: 4, 5: 4 };

/**
 * Whether every picture under the quads, as it now stands in the page's objects, shows one flat colour there. The black
 * boxes on top are not looked at.
 */
export function arePicturesBlanked(page: PdfPage, quads: readonly Quad[]): boolean {
  const cover = coverBy(quads);
  return pageObjects(page)
    .filter(({ kind, bounds }) => kind === "image" && cover.touches(page.space.boxOf(bounds)))
    .every((image) => isBlanked(page, image, quads) && isBlankedWithMask(page, image, quads));
}

/** The picture's own pixels, without masks. */
function isBlanked(page: PdfPage, image: PageObject, quads: readonly Quad[]): boolean {
  const { engine } = page;
  const bitmap = engine.raw.FPDFImageObj_GetBitmap!(image.handle);
  const own = engine.borrow(24, (scratch) => objectMatrix(engine, image.handle, scratch));
  const toUnit = invert(multiply(own, image.parentMatrix));
  if (bitmap === 0 || !toUnit) return false;
  return isFlat(page, bitmap, (width, height) =>
    quads.map((quad) =>
      mapped(quad, (point) => {
        const user = page.space.toUser(point);
        const [u, v] = apply(toUnit, user.x, user.y);
        return { x: u * width, y: (1 - v) * height };
      }),
    ),
  );
}

/** The picture as it is drawn, masks applied: a mask alone can show text. Covers the upright rectangle around it. */
function isBlankedWithMask(page: PdfPage, image: PageObject, quads: readonly Quad[]): boolean {
  const { engine, file, handle, space } = page;
  const bitmap = engine.raw.FPDFImageObj_GetRenderedBitmap!(file.handle, handle, image.handle);
  const own = engine.borrow(24, (scratch) => objectMatrix(engine, image.handle, scratch));
  const toParent = invert(image.parentMatrix);
  if (bitmap === 0 || !toParent) return false;
  const corners = [apply(own, 0, 0), apply(own, 1, 0), apply(own, 0, 1), apply(own, 1, 1)];
  const [left, right] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))];
  const [bottom, top] = [Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([, y]) => y))];
  return isFlat(page, bitmap, (width, height) =>
    quads.map((quad) =>
      mapped(quad, (point) => {
        const user = space.toUser(point);
        const [x, y] = apply(toParent, user.x, user.y);
        return { x: ((x - left) / (right - left)) * width, y: ((top - y) / (top - bottom)) * height };
      }),
    ),
  );
}

function mapped(quad: Quad, map: (point: Point) => Point): Quad {
  const [a, b, c, d] = quad;
  return [map(a), map(b), map(c), map(d)];
}

function isFlat(
  { engine }: PdfPage,
  bitmap: number,
  quadsIn: (width: number, height: number) => readonly Quad[],
): boolean {
  const { raw } = engine;
  try {
    const [width, height] = [raw.FPDFBitmap_GetWidth!(bitmap), raw.FPDFBitmap_GetHeight!(bitmap)];
    const pixelBytes = PIXEL_BYTES[raw.FPDFBitmap_GetFormat!(bitmap)];
    const buffer = raw.FPDFBitmap_GetBuffer!(bitmap);
    if (pixelBytes === undefined || buffer === 0 || width === 0 || height === 0) return false;
    const stride = raw.FPDFBitmap_GetStride!(bitmap);
    const memory = engine.bytes();
    const placement = { scale: 1, area: { x: 0, y: 0, width, height } };
    return quadsIn(width, height).every((quad) => {
      const low = new Uint8Array(pixelBytes).fill(255);
      const high = new Uint8Array(pixelBytes);
      forRows(quad, { width, height }, placement, EDGE, (from, to) => {
        const row = buffer + Math.floor(from / width) * stride - Math.floor(from / width) * width * pixelBytes;
        for (let at = row + from * pixelBytes; at < row + to * pixelBytes; at++) {
          const channel = (at - row) % pixelBytes;
          low[channel] = Math.min(low[channel]!, memory[at]!);
          high[channel] = Math.max(high[channel]!, memory[at]!);
        }
      });
      return low.every((value, channel) => high[channel]! - value <= MAX_SPREAD);
    });
  } finally {
    raw.FPDFBitmap_Destroy!(bitmap);
  }
}
