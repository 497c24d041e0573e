import { TuheiError } from "@tuhei/core";
import type { Samples } from "./samples.js";

/** High enough that a second compression is not seen, with full colour resolution so that edges of boxes stay sharp. */
const QUALITY = 90;

/**
 * A picture file of one frame with pixels and nothing else: no profile, no EXIF, no text. Deterministic.
 *
 * @throws {TuheiError} "engine"
 */
export async function encodePicture(
  { data, width, height, channels }: Samples,
  format: "jpeg" | "png" | "webp",
  lossless: boolean,
): Promise<Uint8Array> {
  try {
    const { default: sharp } = await import("sharp");
    const raw = sharp(data, { raw: { width, height, channels }, limitInputPixels: false });
    const image = channels === 1 ? raw.toColourspace("b-w") : raw;
    if (format === "jpeg") return await image.jpeg({ quality: QUALITY, chromaSubsampling: "4:4:4" }).toBuffer();
    if (format === "png") return await image.png().toBuffer();
    return await image.webp({ quality: QUALITY, lossless, smartSubsample: true }).toBuffer();
  } catch (error) {
    throw new TuheiError("engine", `The picture codec could not write ${width} × ${height} pixels as ${format}`, {
      cause: error,
    });
  }
}
