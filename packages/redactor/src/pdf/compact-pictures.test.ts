import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { PDFContext, PDFRawStream } from "../pdf-lib.js";
import { decodeStream } from "../sanitize/decode-stream.js";
import { compactPicture } from "./compact-pictures.js";

const [WIDTH, HEIGHT] = [901, 300];

/** A picture as pdfium writes it, of whatever `levelsAt` gives for a pixel. Noise makes it worth storing in another way. */
function plainPicture(levelsAt: (noise: number) => readonly [number, number, number], extra = {}): PDFRawStream {
  const rgb = Buffer.alloc(WIDTH * HEIGHT * 3);
  let noise = 1;
  for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
    noise = (noise * 48271) % 0x7fffffff;
    rgb.set(levelsAt(noise >> 8), pixel * 3);
  }
  const dict = PDFContext.create().obj({
    Subtype: "Image",
    Width: WIDTH,
    Height: HEIGHT,
    ColorSpace: "DeviceRGB",
    BitsPerComponent: 8,
    Filter: "FlateDecode",
    ...extra,
  });
  return PDFRawStream.of(dict, deflateSync(rgb));
}

const blackOrWhite = (noise: number) => (noise % 2 === 0 ? ([0, 0, 0] as const) : ([255, 255, 255] as const));
const grey = (noise: number) => [noise & 255, noise & 255, noise & 255] as const;
const color = (noise: number) => [noise & 255, (noise >> 3) & 255, (noise >> 6) & 255] as const;

test("black and white is stored in bits, and reads the same", async () => {
  const picture = plainPicture(blackOrWhite);
  const before = decodeStream(picture);
  await compactPicture(picture, false);
  expect(picture.dict.toString()).toMatch(/DeviceGray[\s\S]*BitsPerComponent 1|BitsPerComponent 1[\s\S]*DeviceGray/);
  const bits = decodeStream(picture);
  const row = Math.ceil(WIDTH / 8);
  for (let y = 0; y < HEIGHT; y += 7) {
    for (let x = 0; x < WIDTH; x++) {
      const bit = (bits[y * row + (x >> 3)]! >> (7 - (x & 7))) & 1;
      expect(bit * 255).toBe(before[(y * WIDTH + x) * 3]);
    }
  }
});

test("grey is stored in one channel, without loss", async () => {
  const picture = plainPicture(grey);
  const before = decodeStream(picture).filter((_, at) => at % 3 === 0);
  await compactPicture(picture, false);
  expect(Buffer.from(decodeStream(picture))).toEqual(Buffer.from(before));
});

test("colours become a JPEG only where there was one", async () => {
  const [kept, jpeg] = [plainPicture(color), plainPicture(color)];
  const before = kept.getContents();
  await compactPicture(kept, false);
  expect(kept.getContents()).toBe(before);
  await compactPicture(jpeg, true);
  expect(jpeg.getContentsSize()).toBeLessThan(before.length);
  expect(await sharp(jpeg.getContents()).metadata()).toMatchObject({ format: "jpeg", width: WIDTH, height: HEIGHT });
});

test.each([
  { Decode: [1, 0, 1, 0, 1, 0] },
  { Mask: [0, 1, 0, 1, 0, 1] },
  { BitsPerComponent: 4 },
  { ColorSpace: "DeviceCMYK" },
])("a picture with %j stays as it is", async (extra) => {
  const picture = plainPicture(blackOrWhite, extra);
  const before = picture.getContents();
  await compactPicture(picture, true);
  expect(picture.getContents()).toBe(before);
});
