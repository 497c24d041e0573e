import { prepareZXingModule, type ReaderOptions, type ReadResult, readBarcodes } from "zxing-wasm/reader";
import type { GrayPicture } from "./gray.js";

/** Every format, in every direction, black on white and white on black, and what was found and not decoded. */
const OPTIONS: ReaderOptions = {
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  returnErrors: true,
};

/** A symbol cut out and laid straight needs no turning. */
const STRAIGHT_OPTIONS: ReaderOptions = { ...OPTIONS, tryRotate: false, tryDownscale: false, returnErrors: false };

let started: Promise<unknown> | undefined;

/** What zxing makes of a picture. Rejects with the error of the WebAssembly module. */
export async function zxing(picture: GrayPicture): Promise<readonly ReadResult[]> {
  await started;
  return readBarcodes(rgbaOf(picture), OPTIONS);
}

/** What zxing decodes in a picture of one symbol laid straight. */
export async function zxingStraight(picture: GrayPicture): Promise<readonly ReadResult[]> {
  await started;
  return readBarcodes(rgbaOf(picture), STRAIGHT_OPTIONS);
}

/** Starts zxing on its WebAssembly, which the package by itself would fetch from the network. Comes before any reading. */
export function startZxing(wasmBinary: ArrayBuffer): void {
  started ??= prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

/** The package takes pixels as the browser's ImageData: four bytes a pixel. */
function rgbaOf({ data, width, height }: GrayPicture): Parameters<typeof readBarcodes>[0] {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let from = 0, to = 0; from < data.length; from++, to += 4) {
    pixels[to] = pixels[to + 1] = pixels[to + 2] = data[from]!;
    pixels[to + 3] = 255;
  }
  return { data: pixels, width, height, colorSpace: "srgb" } as Parameters<typeof readBarcodes>[0];
}
