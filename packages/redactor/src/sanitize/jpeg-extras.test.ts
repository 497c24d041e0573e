import sharp from "sharp";
import { expect, test } from "vitest";
import { withoutJpegExtras } from "./jpeg-extras.js";

const raw = { width: 40, height: 30, channels: 3 as const };
const pixels = Buffer.from(Array.from({ length: 40 * 30 * 3 }, (_, index) => (index * 7919) % 251));

test.each([false, true])("camera data goes and the picture stays, progressive: %s", async (progressive) => {
  const jpeg = await sharp(pixels, { raw })
    .withExif({ IFD0: { Artist: "camera" } })
    .jpeg({ progressive })
    .toBuffer();
  const thumbnail = await sharp(pixels, { raw }).jpeg().toBuffer();
  const clean = withoutJpegExtras(Buffer.concat([jpeg, thumbnail]));
  expect(jpeg.includes("Exif")).toBe(true);
  expect(Buffer.from(clean).includes("Exif")).toBe(false);
  expect(clean.length).toBeLessThan(jpeg.length);
  expect(await sharp(clean).raw().toBuffer()).toEqual(await sharp(jpeg).raw().toBuffer());
});

test.each([0, 1, 2, 3, 10, 200])("a JPEG cut after %i bytes is no reason to stop", async (length) => {
  const jpeg = await sharp(pixels, { raw }).jpeg().toBuffer();
  expect(withoutJpegExtras(jpeg.subarray(0, length)).length).toBeLessThanOrEqual(length);
});
