import type { Raster } from "@tuhei/core";

/** Pixels with no more samples than they need: colours, greys, or black and white. */
export interface Samples {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** 3: red, green, blue. 1: grey, 0 is black. */
  readonly channels: 1 | 3;
  /** Whether every sample is 0 or 255. */
  readonly isBilevel: boolean;
}

/** A raster as greys where it has no colour, so that a scan in black and white does not triple in size. */
export function samplesOf({ data, width, height }: Raster): Samples {
  for (let at = 0; at < data.length; at += 3) {
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) {
      return { data, width, height, channels: 3, isBilevel: false };
    }
  }
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at++) grey[at] = data[at * 3]!;
  return { data: grey, width, height, channels: 1, isBilevel: grey.every((value) => value === 0 || value === 255) };
}
