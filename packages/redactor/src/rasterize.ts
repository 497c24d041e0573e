import { type Quad, type Raster, TuheiError } from "@tuhei/core";
import type { Rendering } from "@tuhei/core/pdf";
import { paintQuads } from "./pdf/paint-quads.js";
import type { PagePicture } from "./pdf/picture-page.js";
import type { ShownWord } from "./raster-text/shown-words.js";

/** How pages become pictures. */
export interface RasterOptions {
  /** Pixels to the inch. */
  readonly dpi: number;
  /** Never JPEG. */
  readonly isLossless: boolean;
}

/** At 200, text of 6 pt stays readable, and the limit of core's rendering keeps posters in bounds. */
export const DEFAULT_RASTER: RasterOptions = { dpi: 200, isLossless: false };
/** The lowest quality at which JPEG leaves black boxes black and text clear of rings. */
const JPEG_QUALITY = 88;

/**
 * Turns a page into a picture of itself, quads painted black in the pixels before anything is encoded. Of several encodings
 * the smallest is taken; pages without colours are stored without them.
 *
 * @throws {TuheiError} "engine"
 */
export async function rasterize(
  picture: RenderedPage,
  quads: readonly Quad[],
  { isLossless }: RasterOptions,
): Promise<PagePicture> {
  const { raster, scale, area, width, height, userUnit, words } = picture;
  paintQuads(raster, quads, { scale, area });
  const encoded = await encodings(raster, isLossless);
  return {
    width,
    height,
    userUnit,
    words,
    drawnWidth: area.width,
    drawnHeight: area.height,
    pixelWidth: raster.width,
    pixelHeight: raster.height,
    ...encoded.reduce((a, b) => (b.data.length < a.data.length ? b : a)),
  };
}

type Encoding = Pick<PagePicture, "data" | "filter" | "colors">;

async function encodings({ data, width, height }: Raster, isLossless: boolean): Promise<Encoding[]> {
  const hasColours = data.some((level, at) => level !== data[at - (at % 3)]);
  const colors = hasColours ? "DeviceRGB" : "DeviceGray";
  try {
    // Loaded for the first picture: most files have none.
    const { default: sharp } = await import("sharp");
    const pixels = () => {
      const image = sharp(data, { raw: { width, height, channels: 3 } });
      return hasColours ? image : image.toColourspace("b-w");
    };
    const png = await pixels().png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
    const lossless: Encoding = { data: pngData(png), filter: "FlateDecode", colors };
    if (isLossless) return [lossless];
    const jpeg = await pixels().jpeg({ quality: JPEG_QUALITY, chromaSubsampling: "4:4:4" }).toBuffer();
    return [lossless, { data: jpeg, filter: "DCTDecode", colors }];
  } catch (error) {
    throw new TuheiError("engine", "a page could not be encoded as a picture", { cause: error });
  }
}

/** A page drawn, with what is needed to put it back at its size. */
export interface RenderedPage extends Rendering {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly userUnit: number;
  readonly words: readonly ShownWord[];
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
