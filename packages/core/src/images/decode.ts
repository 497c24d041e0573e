import type { Metadata, Sharp, SharpOptions } from "sharp";
import { TuheiError } from "../errors.js";
import { type InputLimits, limits } from "../limits.js";
import type { Raster } from "../ocr/engine.js";
import { flattened } from "./flatten.js";

/** Picture formats that are read and written. */
export type PictureFormat = "jpeg" | "png" | "tiff" | "webp";

/** What a picture's header says, compared with `limits`. */
export interface PictureHeader {
  readonly format: PictureFormat;
  /** The frames that are pages, upright, in pixels: every page of a TIFF, the first frame of anything else. */
  readonly frames: readonly { readonly width: number; readonly height: number }[];
  /** Further frames, of an animation, or thumbnails beside a TIFF page: seen and not read. */
  readonly unreadFrames: number;
  /** Whether a frame has transparent parts or could have. They are read on white or black. */
  readonly hasAlpha: boolean;
}

/**
 * Reads a picture's header, without decoding a pixel.
 *
 * @param name of the file, for messages
 * @param most at most tuhei's own
 * @throws {TuheiError} "damaged", "too-large"
 */
export async function readPictureHeader(
  bytes: Uint8Array,
  format: PictureFormat,
  name: string,
  most: InputLimits = limits,
): Promise<PictureHeader> {
  const first = await metadataOf(bytes, 0, name);
  if (first.format !== format) throw damaged(name);
  const count = first.pages ?? 1;
  if (format !== "tiff")
    return { format, frames: [sizeOf(first, name, most)], unreadFrames: count - 1, hasAlpha: first.hasAlpha };
  if (count > most.frames) {
    throw new TuheiError("too-large", `${name}: ${count} pages, at most ${most.frames} are read; split the file`);
  }
  const frames = [sizeOf(first, name, most)];
  let unreadFrames = first.subifds ?? 0;
  let { hasAlpha } = first;
  for (let frame = 1; frame < count; frame++) {
    const metadata = await metadataOf(bytes, frame, name);
    frames.push(sizeOf(metadata, name, most));
    unreadFrames += metadata.subifds ?? 0;
    hasAlpha ||= metadata.hasAlpha;
  }
  return { format, frames, unreadFrames, hasAlpha };
}

/**
 * One frame as a reader sees it: upright by its EXIF orientation, in sRGB, on a background where it is transparent. Read the header
 * first: it is what guards memory.
 *
 * @param frame from 0
 * @param name of the file, for messages
 * @throws {TuheiError} "damaged", "engine"
 */
export async function decodePicture(bytes: Uint8Array, frame: number, name: string): Promise<Raster> {
  const image = await opened(bytes, { page: frame, limitInputPixels: limits.picturePixels, failOn: "error" });
  try {
    const { data, info } = await image
      .autoOrient()
      .toColourspace("srgb")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    return { data: asRgb(data, info.channels), width: info.width, height: info.height };
  } catch (error) {
    throw damaged(name, error);
  }
}

async function metadataOf(bytes: Uint8Array, page: number, name: string): Promise<Metadata> {
  const image = await opened(bytes, { page, limitInputPixels: false, failOn: "error" });
  try {
    return await image.metadata();
  } catch (error) {
    throw damaged(name, error);
  }
}

/** sharp is loaded by the first picture: text and tables do without it. */
async function opened(bytes: Uint8Array, options: SharpOptions): Promise<Sharp> {
  try {
    const { default: sharp } = await import("sharp");
    // No decoded picture outlives its use.
    sharp.cache(false);
    return sharp(bytes, options);
  } catch (error) {
    throw new TuheiError("engine", "The picture codec could not be loaded; install sharp for this platform", {
      cause: error,
    });
  }
}

function sizeOf(
  { autoOrient: { width, height } }: Metadata,
  name: string,
  most: InputLimits,
): { width: number; height: number } {
  if (!(width > 0 && height > 0)) throw damaged(name);
  if (Math.max(width, height) > most.pictureSide || width * height > most.picturePixels) {
    throw new TuheiError(
      "too-large",
      `${name}: ${width} × ${height} pixels, at most ${most.picturePixels / 1e6} million are read; scale it down`,
    );
  }
  return { width, height };
}

function asRgb(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return data;
  if (channels === 4) return flattened(data);
  const rgba = new Uint8Array((data.length / channels) * 4);
  for (let from = 0, to = 0; from < data.length; from += channels, to += 4) {
    rgba.fill(data[from]!, to, to + 3);
    rgba[to + 3] = channels === 2 ? data[from + 1]! : 255;
  }
  return flattened(rgba);
}

function damaged(name: string, cause?: unknown): TuheiError {
  return new TuheiError(
    "damaged",
    `${name}: a damaged picture, or of a kind that is not read; copy, export or scan it again`,
    { cause },
  );
}
