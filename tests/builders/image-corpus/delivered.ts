import { execFile } from "node:child_process";
import { type ByteSource, bytesSource } from "@tuhei/core";
import sharp, { type Sharp } from "sharp";
import { scannedPdf } from "../pdf.ts";
import type { Picture } from "./printed.ts";

/** The picture as a file. */
export async function delivered({ raster, delivery }: Picture, name: string): Promise<ByteSource> {
  const upright = sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: 3 } });
  const png = (it: Sharp) => it.png({ compressionLevel: 1 }).toBuffer();
  if (!delivery) return bytesSource(await png(upright), `${name}.png`);
  if (delivery.as === "exif") {
    const stored = upright
      .rotate(STORED_TURN[delivery.orientation])
      .withMetadata({ orientation: delivery.orientation });
    return bytesSource(await png(stored), `${name}.png`);
  }
  const { rotate } = delivery;
  const turned = await sharp(await png(upright))
    .rotate(-rotate)
    .toBuffer({ resolveWithObject: true });
  const size = [turned.info.width / PIXELS_A_POINT, turned.info.height / PIXELS_A_POINT] as const;
  return bytesSource(await scannedPdf(turned.data, { size, rotate }), `${name}.pdf`);
}

/** By how many degrees clockwise the pixels are stored for a viewer to turn them back (Exif 3.0, 4.6.5.1). */
const STORED_TURN = { 3: 180, 6: 270, 8: 90 };
/** About 144 pixels to the inch. */
const PIXELS_A_POINT = 2;

/** What is black of a redacted picture or page: one byte a pixel, 1 where all channels are 0. */
export async function blackOf(output: Uint8Array, { delivery }: Picture): Promise<Uint8Array> {
  const shown = delivery?.as === "pdf" ? await renderedByPoppler(output) : output;
  const { data, info } = await sharp(shown).toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return Uint8Array.from({ length: width * height }, (_, pixel) =>
    data.subarray(pixel * channels, (pixel + 1) * channels).every((value) => value === 0) ? 1 : 0,
  );
}

/** The page as another engine shows it, at the raster's size: `-scale-to` distorts pages with /Rotate. */
function renderedByPoppler(pdf: Uint8Array): Promise<Buffer> {
  const dpi = String(POINTS_AN_INCH * PIXELS_A_POINT);
  return new Promise((resolve, reject) => {
    const options = { encoding: "buffer", maxBuffer: 1 << 28 } as const;
    const child = execFile("pdftoppm", ["-png", "-singlefile", "-r", dpi, "-"], options, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
    child.stdin!.end(pdf);
  });
}

const POINTS_AN_INCH = 72;
