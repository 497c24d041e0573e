import type { Raster } from "../ocr/engine.js";

/** Brightness of each pixel, 0 to 255, row-major. */
export interface GrayPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Brightness by ITU-R BT.601; where `shrink` is more than 1, the mean of that many pixels each way. */
export function grayOf(raster: Raster, shrink = 1): GrayPicture {
  const width = Math.floor(raster.width / shrink);
  const height = Math.floor(raster.height / shrink);
  const sums = new Float32Array(width * height);
  for (let y = 0; y < height * shrink; y++) {
    const row = Math.floor(y / shrink) * width;
    for (let x = 0; x < width * shrink; x++) {
      const at = (y * raster.width + x) * 3;
      const gray = raster.data[at]! * 0.299 + raster.data[at + 1]! * 0.587 + raster.data[at + 2]! * 0.114;
      sums[row + Math.floor(x / shrink)]! += gray;
    }
  }
  return { data: Uint8Array.from(sums, (sum) => sum / (shrink * shrink)), width, height };
}
