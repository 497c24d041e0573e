import { deflateSync } from "node:zlib";
import { limits, TuheiError } from "@tuhei/core";
import { PDFArray, PDFName, PDFNumber, type PDFRawStream } from "../pdf-lib.js";
import { decodeStream, filtersOf } from "../sanitize/decode-stream.js";
import { nameIn, numberIn } from "../sanitize/lookup.js";

/** Keeps black boxes black and scans as readable as they were. */
const JPEG_QUALITY = 88;
/** Bytes below which a picture is not worth the work. */
const MIN_BYTES = 16 * 1024;

/**
 * Stores a picture that pdfium wrote out as plain RGB in less space: as JPEG where it was one before, else without loss in grey
 * or in black and white when it has no colours. The pixels that had to go are already gone. Other pictures stay as they are.
 *
 * @throws {TuheiError} "engine"
 */
export async function compactPicture(picture: PDFRawStream, wasJpeg: boolean): Promise<void> {
  const { dict } = picture;
  const [width, height] = [numberIn(dict, "Width") ?? 0, numberIn(dict, "Height") ?? 0];
  const isPlain =
    filtersOf(dict).join() === "FlateDecode" &&
    nameIn(dict, "ColorSpace") === "DeviceRGB" &&
    numberIn(dict, "BitsPerComponent") === 8 &&
    !dict.has(PDFName.of("Decode")) &&
    !(dict.lookup(PDFName.of("Mask")) instanceof PDFArray) &&
    !dict.has(PDFName.of("DecodeParms"));
  if (!isPlain || picture.getContentsSize() < MIN_BYTES || width * height > limits.picturePixels) return;
  const rgb = decodeStream(picture);
  if (rgb.length < width * height * 3) return;
  const candidates = [
    ...(wasJpeg ? [await asJpeg(rgb, width, height)] : []),
    ...losslessly(rgb.subarray(0, width * height * 3), width),
  ];
  const best = candidates.sort((a, b) => a.bytes.length - b.bytes.length)[0];
  if (!best || best.bytes.length >= picture.getContentsSize()) return;
  dict.set(PDFName.of("Filter"), PDFName.of(best.filter));
  dict.set(PDFName.of("ColorSpace"), PDFName.of(best.colors));
  dict.set(PDFName.of("BitsPerComponent"), PDFNumber.of(best.bits));
  picture.updateContents(best.bytes);
}

interface Stored {
  readonly bytes: Uint8Array;
  readonly filter: "DCTDecode" | "FlateDecode";
  readonly colors: "DeviceRGB" | "DeviceGray";
  readonly bits: 1 | 8;
}

async function asJpeg(rgb: Uint8Array, width: number, height: number): Promise<Stored> {
  try {
    const { default: sharp } = await import("sharp");
    const bytes = await sharp(rgb.subarray(0, width * height * 3), { raw: { width, height, channels: 3 } })
      .jpeg({ quality: JPEG_QUALITY, chromaSubsampling: "4:4:4" })
      .toBuffer();
    return { bytes, filter: "DCTDecode", colors: "DeviceRGB", bits: 8 };
  } catch (error) {
    throw new TuheiError("engine", "a picture could not be stored as JPEG", { cause: error });
  }
}

function losslessly(rgb: Uint8Array, width: number): Stored[] {
  let isBlackAndWhite = true;
  for (let at = 0; at < rgb.length; at += 3) {
    const level = rgb[at]!;
    if (level !== rgb[at + 1] || level !== rgb[at + 2]) return [];
    if (level !== 0 && level !== 255) isBlackAndWhite = false;
  }
  const bytes = deflateSync(isBlackAndWhite ? packed(rgb, width) : rgb.filter((_, at) => at % 3 === 0));
  return [{ bytes, filter: "FlateDecode", colors: "DeviceGray", bits: isBlackAndWhite ? 1 : 8 }];
}

/** One bit a pixel, rows on whole bytes. */
function packed(rgb: Uint8Array, width: number): Uint8Array {
  const row = Math.ceil(width / 8);
  const bits = new Uint8Array(row * (rgb.length / 3 / width));
  for (let pixel = 0; pixel * 3 < rgb.length; pixel++) {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    if (rgb[pixel * 3] === 255) bits[y * row + (x >> 3)]! |= 0x80 >> (x & 7);
  }
  return bits;
}
