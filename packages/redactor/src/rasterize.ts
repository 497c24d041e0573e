import { type Box, type Quad, TuheiError } from "@tuhei/core";
import { type PdfPage, renderPage } from "@tuhei/core/pdf";
import sharp from "sharp";
import { paintQuads } from "./pdf/paint-quads.js";
import type { PagePicture } from "./pdf/picture-page.js";

/** Pixels to the inch: text of 6 pt stays readable, and the limit of core's rendering keeps posters in bounds. */
const DPI = 200;
/** The lowest quality at which JPEG leaves black boxes black and text clear of rings. */
const JPEG_QUALITY = 88;

/**
 * Turns a page into a picture of itself, quads painted black in the pixels before anything is encoded.
 *
 * @throws {TuheiError} "engine"
 */
export async function rasterize(picture: RenderedPage, quads: readonly Quad[]): Promise<PagePicture> {
  const { raster, scale, area, width, height, userUnit } = picture;
  paintQuads(raster, quads, { scale, area });
  const raw = { width: raster.width, height: raster.height, channels: 3 as const };
  try {
    const jpeg = await sharp(raster.data, { raw })
      .jpeg({ quality: JPEG_QUALITY, chromaSubsampling: "4:4:4" })
      .toBuffer();
    const png = await sharp(raster.data, { raw }).png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
    const lossless = pngData(png);
    const isJpeg = jpeg.length < lossless.length;
    return {
      width,
      height,
      userUnit,
      drawnWidth: area.width,
      drawnHeight: area.height,
      pixelWidth: raster.width,
      pixelHeight: raster.height,
      data: isJpeg ? jpeg : lossless,
      filter: isJpeg ? "DCTDecode" : "FlateDecode",
    };
  } catch (error) {
    throw new TuheiError("engine", "a page could not be encoded as a picture", { cause: error });
  }
}

/** A page drawn, with what is needed to put it back at its size. */
export interface RenderedPage {
  readonly raster: ReturnType<typeof renderPage>["raster"];
  readonly scale: number;
  readonly area: Box;
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly userUnit: number;
}

/** Draws a loaded page for {@link rasterize}. @throws {TuheiError} "engine" */
export function renderForRaster(page: PdfPage, userUnit: number): RenderedPage {
  return { ...renderPage(page, DPI), width: page.space.width, height: page.space.height, userUnit };
}

/** The compressed rows of a PNG: its IDAT chunks joined are what FlateDecode with a PNG predictor expects (RFC 2083, 10). */
function pngData(png: Buffer): Uint8Array {
  const parts: Buffer[] = [];
  for (let at = PNG_SIGNATURE_BYTES; at + 8 <= png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return Buffer.concat(parts);
}

const PNG_SIGNATURE_BYTES = 8;
