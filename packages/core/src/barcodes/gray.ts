import type { Raster } from "../ocr/engine.js";

/** Brightness of each pixel, 0 to 255, row-major. */
export interface GrayPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Brightness by ITU-R BT.601; where `shrink` is more than 1, the mean of that many pixels each way. */
export function grayOf({ data, width: fullWidth, height: fullHeight }: Raster, shrink = 1): GrayPicture {
  const width = Math.floor(fullWidth / shrink);
  const height = Math.floor(fullHeight / shrink);
  const gray = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  // Weights in 1/1000, so that the sums stay whole numbers.
  const total = shrink * shrink * 1000;
  for (let row = 0; row < height; row++) {
    sums.fill(0);
    for (let y = row * shrink; y < (row + 1) * shrink; y++) {
      let at = y * fullWidth * 3;
      for (let column = 0; column < width; column++) {
        let sum = 0;
        for (let i = 0; i < shrink; i++, at += 3) sum += data[at]! * 299 + data[at + 1]! * 587 + data[at + 2]! * 114;
        sums[column]! += sum;
      }
    }
    for (let column = 0; column < width; column++) gray[row * width + column] = sums[column]! / total;
  }
  return { data: gray, width, height };
}
