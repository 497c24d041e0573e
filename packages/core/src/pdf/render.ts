import { limits } from "../limits.js";
import type { Box } from "../model/geometry.js";
import type { Raster } from "../ocr/engine.js";
import type { PdfPage } from "./pdf-file.js";

/** Points of an inch. */
export const POINTS_PER_INCH = 72;

/** A rendered part of a page. */
export interface Rendering {
  readonly raster: Raster;
  /** Pixels to the point. */
  readonly scale: number;
  /** The part of the page it shows, page units, on whole pixels. */
  readonly area: Box;
}

/** FPDFBitmap_BGR, fpdfview.h. */
const BGR = 2;
/** FPDF_NO_SMOOTHTEXT and others are left off: reading and looking both want smooth edges. FPDF_REVERSE_BYTE_ORDER. */
const AS_RGB = 0x10;
/** Opaque white as 0xAARRGGBB, in the 32 bits that the engine takes. */
const WHITE = 0xffffffff | 0;

/** Memory for renderings of which only the last is looked at: megabytes taken anew for every page cost more than drawing. */
export interface Canvas {
  /** Grows as it must. */
  data: Uint8Array;
}

/** What to draw, how, and into what. */
export interface RenderOptions {
  /** Only this, page units. */
  readonly part?: Box;
  /** What it is drawn on instead of white, 0xAARRGGBB as 32 bits with a sign. */
  readonly paper?: number;
  /** Channels may come in any order: pixels are only compared with each other, and pdfium's own order takes a tenth less time. */
  readonly isOrderFree?: boolean;
  /** Holds the pixels; a rendering made into it before is void. */
  readonly canvas?: Canvas;
}

/** A canvas without memory yet. */
export function createCanvas(): Canvas {
  return { data: new Uint8Array(0) };
}

/**
 * Draws a page, or a part of it, on white, as a reader shows it: hidden layers stay hidden.
 *
 * @param dpi lowered where the picture would exceed `limits.renderPixels`
 * @throws {TuheiError} "engine"
 */
export function renderPage(page: PdfPage, dpi: number, options: RenderOptions = {}): Rendering {
  return lookAtPage(page, dpi, options, ({ raster, ...placed }) => ({
    ...placed,
    raster: { ...raster, data: copied(raster.data, options.canvas) },
  }));
}

/**
 * Draws like {@link renderPage} and shows the pixels where they are, in the engine's memory: they may be changed, but are void
 * when `look` ends or calls the engine.
 *
 * @throws {TuheiError} "engine"
 */
export function lookAtPage<T>(
  page: PdfPage,
  dpi: number,
  options: Omit<RenderOptions, "canvas">,
  look: (rendering: Rendering) => T,
): T {
  const { part, paper = WHITE, isOrderFree = false } = options;
  const { engine, handle, space } = page;
  const { raw } = engine;
  const wanted = part ?? { x: 0, y: 0, width: space.width, height: space.height };
  const scale = fittingScale(wanted, dpi / POINTS_PER_INCH);
  const left = Math.floor(wanted.x * scale);
  const top = Math.floor(wanted.y * scale);
  const width = Math.max(1, Math.ceil((wanted.x + wanted.width) * scale) - left);
  const height = Math.max(1, Math.ceil((wanted.y + wanted.height) * scale) - top);
  // Rows without padding are copied at once.
  const stride = width * 3;
  return engine.borrowUnfilled(stride * height, (buffer) => {
    const bitmap = raw.FPDFBitmap_CreateEx!(width, height, BGR, buffer, stride);
    try {
      if (paper === WHITE) engine.bytes().fill(0xff, buffer, buffer + stride * height);
      else raw.FPDFBitmap_FillRect!(bitmap, 0, 0, width, height, paper);
      const [fullWidth, fullHeight] = [Math.round(space.width * scale), Math.round(space.height * scale)];
      raw.FPDF_RenderPageBitmap!(bitmap, handle, -left, -top, fullWidth, fullHeight, 0, isOrderFree ? 0 : AS_RGB);
    } finally {
      if (!engine.isLost()) raw.FPDFBitmap_Destroy!(bitmap);
    }
    const raster = { data: engine.bytes().subarray(buffer, buffer + stride * height), width, height };
    const area = { x: left / scale, y: top / scale, width: width / scale, height: height / scale };
    return look({ raster, scale, area });
  });
}

function copied(pixels: Uint8Array, canvas: Canvas | undefined): Uint8Array {
  if (!canvas) return pixels.slice();
  if (canvas.data.length < pixels.length) canvas.data = new Uint8Array(pixels.length);
  canvas.data.set(pixels);
  return canvas.data.subarray(0, pixels.length);
}

function fittingScale({ width, height }: Box, scale: number): number {
  const pixels = width * height * scale * scale;
  const side = Math.max(width, height) * scale;
  return scale * Math.min(1, Math.sqrt(limits.renderPixels / pixels), limits.pictureSide / side);
}
