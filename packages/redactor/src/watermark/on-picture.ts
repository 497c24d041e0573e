import type { ByteSource, Quad } from "@tuhei/core";
import { readAll } from "@tuhei/core";
import { decodePicture, isLosslessWebp, type PictureFormat, readPictureHeader } from "@tuhei/core/images";
import { encodePicture } from "../writers/picture/encode.js";
import { encodeTiff } from "../writers/picture/encode-tiff.js";
import { fillQuad } from "../writers/picture/fill-quad.js";
import { type Samples, samplesOf } from "../writers/picture/samples.js";
import type { Watermark } from "./mask.js";
import { drawOnRaster } from "./on-raster.js";

/**
 * A redacted picture with a watermark over all of it but the boxes, which stay black.
 *
 * @param quads boxes by page
 * @throws {TuheiError} "damaged", "engine"
 */
export async function* drawOnPicture(
  redacted: ByteSource,
  format: PictureFormat,
  watermark: Watermark,
  quads: ReadonlyMap<number, readonly Quad[]>,
): AsyncGenerator<Uint8Array> {
  const bytes = await readAll(redacted);
  const { frames } = await readPictureHeader(bytes, format, redacted.name);
  const marked = async (page: number): Promise<Samples> => {
    const raster = await decodePicture(bytes, page, redacted.name);
    await drawOnRaster(raster, watermark);
    for (const quad of quads.get(page) ?? []) fillQuad(raster, quad);
    return samplesOf(raster);
  };
  async function* pages(): AsyncGenerator<Samples> {
    for (const page of frames.keys()) yield await marked(page);
  }
  if (format === "tiff") yield* encodeTiff(pages(), frames.length);
  else yield await encodePicture(await marked(0), format, format === "webp" && isLosslessWebp(bytes));
}
