import { limits } from "../limits.js";
import { type Box, boxAround, type Point, quadOfBox } from "../model/geometry.js";
import type { Raster } from "../ocr/engine.js";
import { apply, invert, multiply } from "./matrix.js";
import { objectMatrix, type PageObject } from "./page-objects.js";
import type { PdfPage } from "./pdf-file.js";

/** A picture's own pixels, turned as the page shows them, with the way from a pixel to the page. */
export interface PlacedRaster {
  readonly raster: Raster;
  readonly toPage: (pixel: Point) => Point;
}

/** Bytes a pixel of FPDFBitmap_Gray, _BGR, _BGRx and _BGRA, fpdfview.h. */
const PIXEL_BYTES: Readonly<Record<number, number>> = { 1: 1, 2: 3, 3: 4, 4: 4 };

/** The whole picture, also what the page does not show of it; undefined where pdfium cannot decode it. */
export function pictureRaster(page: PdfPage, object: PageObject): PlacedRaster | undefined {
  const { engine } = page;
  const { raw } = engine;
  if (isTooLarge(page, object)) return undefined;
  const bitmap = raw.FPDFImageObj_GetBitmap!(object.handle);
  if (bitmap === 0) return undefined;
  try {
    const [width, height] = [raw.FPDFBitmap_GetWidth!(bitmap), raw.FPDFBitmap_GetHeight!(bitmap)];
    const pixelBytes = PIXEL_BYTES[raw.FPDFBitmap_GetFormat!(bitmap)];
    if (pixelBytes === undefined || width === 0 || height === 0) return undefined;
    const stride = raw.FPDFBitmap_GetStride!(bitmap);
    const buffer = raw.FPDFBitmap_GetBuffer!(bitmap);
    const pixels = engine.bytes().subarray(buffer, buffer + stride * height);
    return upright(page, object, { pixels, stride, pixelBytes, width, height });
  } finally {
    if (!engine.isLost()) raw.FPDFBitmap_Destroy!(bitmap);
  }
}

/** The part of a picture that covers an area of the page, on whole pixels. */
export function cropped({ raster, toPage }: PlacedRaster, area: Box): PlacedRaster {
  // Pixels lie on the page as the raster's corners say; a picture that slants is cut with what is beside it.
  const [origin, right, down] = [
    toPage({ x: 0, y: 0 }),
    toPage({ x: raster.width, y: 0 }),
    toPage({ x: 0, y: raster.height }),
  ];
  const [a, b, c, d] = [right.x - origin.x, right.y - origin.y, down.x - origin.x, down.y - origin.y];
  const toUnit = invert([a, b, c, d, origin.x, origin.y]);
  if (!toUnit) return { raster, toPage };
  const pixels = quadOfBox(area).map(({ x, y }) => {
    const [u, v] = apply(toUnit, x, y);
    return { x: u * raster.width, y: v * raster.height };
  });
  const { x, y, width, height } = boxAround(pixels);
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))];
  const size = {
    width: Math.min(raster.width, Math.ceil(x + width)) - left,
    height: Math.min(raster.height, Math.ceil(y + height)) - top,
  };
  if (size.width <= 0 || size.height <= 0) return { raster, toPage };
  const data = new Uint8Array(size.width * size.height * 3);
  for (let row = 0; row < size.height; row++) {
    const from = ((top + row) * raster.width + left) * 3;
    data.set(raster.data.subarray(from, from + size.width * 3), row * size.width * 3);
  }
  return { raster: { ...size, data }, toPage: (pixel) => toPage({ x: pixel.x + left, y: pixel.y + top }) };
}

function isTooLarge({ engine }: PdfPage, { handle }: PageObject): boolean {
  return engine.borrow(8, (scratch) => {
    if (engine.raw.FPDFImageObj_GetImagePixelSize!(handle, scratch, scratch + 4) === 0) return true;
    const [width = 0, height = 0] = engine.words().subarray(scratch / 4, scratch / 4 + 2);
    return width * height > limits.picturePixels || Math.max(width, height) > limits.pictureSide;
  });
}

interface Pixels {
  readonly pixels: Uint8Array;
  readonly stride: number;
  readonly pixelBytes: number;
  readonly width: number;
  readonly height: number;
}

function upright(page: PdfPage, object: PageObject, source: Pixels): PlacedRaster {
  const { width, height } = source;
  const matrix = page.engine.borrow(24, (scratch) =>
    multiply(objectMatrix(page.engine, object.handle, scratch), object.parentMatrix),
  );
  // An image fills the unit square, its first row at the top (ISO 32000-2, 8.9.5.1).
  const placed = ({ x, y }: Point): Point => page.space.toPage(...apply(matrix, x / width, 1 - y / height));
  const [origin, right, down] = [placed({ x: 0, y: 0 }), placed({ x: width, y: 0 }), placed({ x: 0, y: height })];
  const isTurned = Math.abs(right.x - origin.x) < Math.abs(right.y - origin.y);
  const [across, along] = isTurned ? [down, right] : [right, down];
  const [flipX, flipY] = [across.x < origin.x, along.y < origin.y];
  const size = isTurned ? { width: height, height: width } : { width, height };
  const sourceOf = ({ x, y }: Point): Point => {
    const [u, v] = [flipX ? size.width - x : x, flipY ? size.height - y : y];
    return isTurned ? { x: v, y: u } : { x: u, y: v };
  };
  return { raster: { ...size, data: copied(source, size, sourceOf) }, toPage: (pixel) => placed(sourceOf(pixel)) };
}

function copied(
  { pixels, stride, pixelBytes }: Pixels,
  size: { width: number; height: number },
  sourceOf: (pixel: Point) => Point,
) {
  const data = new Uint8Array(size.width * size.height * 3);
  // Where the first pixel of a row comes from, and how far apart in memory its neighbours are.
  const step = (a: Point, b: Point) => (b.y - a.y) * stride + (b.x - a.x) * pixelBytes;
  const across = step(sourceOf({ x: 0.5, y: 0.5 }), sourceOf({ x: 1.5, y: 0.5 }));
  for (let y = 0, to = 0; y < size.height; y++) {
    const first = sourceOf({ x: 0.5, y: y + 0.5 });
    let from = Math.floor(first.y) * stride + Math.floor(first.x) * pixelBytes;
    for (let x = 0; x < size.width; x++, to += 3, from += across) {
      const [blue, green, red] = pixelBytes === 1 ? [0, 0, 0] : [0, 1, 2];
      data[to] = pixels[from + red]!;
      data[to + 1] = pixels[from + green]!;
      data[to + 2] = pixels[from + blue]!;
    }
  }
  return data;
}
