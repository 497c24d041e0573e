import { type ByteSource, type Raster, readAll, TuheiError } from "@tuhei/core";
import { decodePicture, type PictureFormat, readPictureHeader } from "@tuhei/core/images";
import { openPdf, POINTS_PER_INCH, renderPage } from "@tuhei/core/pdf";
import type { VerifiedFile } from "./verify.js";

/** Small pictures of pages. */
export interface Thumbnails {
  /** WebP files of the first pages. */
  readonly pictures: readonly Uint8Array[];
  /** Pages in all; 0 where the format has no pages that are seen. */
  readonly pages: number;
}

/** How many, and how large. */
export interface ThumbnailOptions {
  /** Pages at most. */
  readonly most: number;
  /** Pixels of the longer side. */
  readonly side: number;
}

const PICTURES: ReadonlySet<string> = new Set<PictureFormat>(["jpeg", "png", "tiff", "webp"]);
/** Enough to know a page by, at a few kB. */
const QUALITY = 60;

/**
 * Small pictures of a proven output, made of its bytes alone: they cannot show what the output does not.
 *
 * @param format as `open` names it
 * @throws {TuheiError} "engine", "damaged"
 */
export async function thumbnails(
  { source }: VerifiedFile,
  format: string,
  options: ThumbnailOptions,
): Promise<Thumbnails> {
  if (format === "pdf") return thumbnailsOfPdf(source, options);
  if (PICTURES.has(format)) return thumbnailsOfPicture(source, format as PictureFormat, options);
  return { pictures: [], pages: 0 };
}

async function thumbnailsOfPdf(source: ByteSource, { most, side }: ThumbnailOptions): Promise<Thumbnails> {
  const file = await openPdf(await readAll(source), { name: source.name });
  try {
    const pictures: Uint8Array[] = [];
    for (let index = 0; index < Math.min(most, file.pageCount); index++) {
      const { raster } = file.withPage(index, (page) => {
        const { width, height } = page.space;
        return renderPage(page, (side / Math.max(width, height)) * POINTS_PER_INCH);
      });
      pictures.push(await encoded(raster, side));
    }
    return { pictures, pages: file.pageCount };
  } finally {
    file.close();
  }
}

async function thumbnailsOfPicture(
  source: ByteSource,
  format: PictureFormat,
  { most, side }: ThumbnailOptions,
): Promise<Thumbnails> {
  const bytes = await readAll(source);
  const { frames } = await readPictureHeader(bytes, format, source.name);
  const pictures: Uint8Array[] = [];
  for (let frame = 0; frame < Math.min(most, frames.length); frame++)
    pictures.push(await encoded(await decodePicture(bytes, frame, source.name), side));
  return { pictures, pages: frames.length };
}

async function encoded({ data, width, height }: Raster, side: number): Promise<Uint8Array> {
  try {
    const { default: sharp } = await import("sharp");
    return await sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .toBuffer();
  } catch (error) {
    throw new TuheiError("engine", "The picture codec could not write a thumbnail", { cause: error });
  }
}
