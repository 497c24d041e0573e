import { type ByteSource, formatOf, type Quad, readAll, TuheiError } from "@tuhei/core";
import {
  decodePicture,
  exifContents,
  isLosslessWebp,
  type PictureFormat,
  type PictureHeader,
  partsOf,
  readPictureHeader,
} from "@tuhei/core/images";
import type { Redaction } from "../redaction.js";
import { encodePicture } from "./picture/encode.js";
import { encodeTiff } from "./picture/encode-tiff.js";
import { fillQuad } from "./picture/fill-quad.js";
import { type Samples, samplesOf } from "./picture/samples.js";
import type { Writer } from "./writer.js";

/**
 * Pictures in their own format, painted anew from the pixels that were read: upright, in sRGB with 8 bits a sample, on
 * an opaque background, boxes black. Whatever else the file held is gone.
 */
export const image: Writer = {
  formats: ["jpeg", "png", "tiff", "webp"],
  async write({ source, redactions }) {
    const { name: format } = await formatOf(source);
    if (!isPictureFormat(format)) throw new TuheiError("unsupported", `${source.name}: not a picture`);
    const bytes = await readAll(source);
    const header = await readPictureHeader(bytes, format, source.name);
    return {
      chunks: redactedChunks(source, bytes, header, redactions),
      removed: () => namesOfRemoved(bytes, header),
      rasterized: () => [],
    };
  },
};

function isPictureFormat(format: string): format is PictureFormat {
  return image.formats.includes(format);
}

async function* redactedChunks(
  { name }: ByteSource,
  bytes: Uint8Array,
  { format, frames }: PictureHeader,
  redactions: AsyncIterable<Redaction>,
): AsyncGenerator<Uint8Array> {
  const quads = await quadsByPage(redactions, frames.length, name);
  const redacted = async (page: number): Promise<Samples> => {
    const raster = await decodePicture(bytes, page, name);
    for (const quad of quads[page]!) fillQuad(raster, quad);
    return samplesOf(raster);
  };
  async function* pages(): AsyncGenerator<Samples> {
    for (const page of frames.keys()) yield await redacted(page);
  }
  if (format === "tiff") yield* encodeTiff(pages(), frames.length);
  else yield await encodePicture(await redacted(0), format, format === "webp" && isLosslessWebp(bytes));
}

async function quadsByPage(
  redactions: AsyncIterable<Redaction>,
  count: number,
  name: string,
): Promise<readonly (readonly Quad[])[]> {
  const quads: Quad[][] = Array.from({ length: count }, () => []);
  for await (const redaction of redactions) {
    const page = quads[redaction.page];
    if (!page || redaction.quads.length === 0) {
      throw new TuheiError(
        "residue",
        `${name}: a finding on page ${redaction.page + 1} has no place; nothing was written`,
      );
    }
    page.push(...redaction.quads);
  }
  return quads;
}

function namesOfRemoved(bytes: Uint8Array, { format, hasAlpha, unreadFrames }: PictureHeader): string[] {
  const names: string[] = partsOf(bytes, format).flatMap(({ name, data }) =>
    name === "EXIF" ? [name, ...exifContents(data)] : [name],
  );
  if (hasAlpha) names.push("transparency");
  if (unreadFrames > 0) names.push("animation frames");
  return [...new Set(names)].sort();
}
