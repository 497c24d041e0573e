import sharp, { type Sharp } from "sharp";
import type { Picture } from "../printed.ts";
import type { Degradation } from "./degradation.ts";
import { white } from "./ground.ts";
import { warped } from "./warp.ts";

/** Out of focus. */
export const blurred: Degradation = (picture, tier) => seen(picture, (it) => it.blur({ mild: 2.2, hard: 4.2 }[tier]));

/** The hand shook while the shutter was open. */
export const shaken: Degradation = (picture, tier, c) => {
  const length = { mild: 7, hard: 17 }[tier];
  const angle = (c.pick([0, 0, 20, 160, 90]) * Math.PI) / 180;
  const { data, width, height } = picture.raster;
  const sums = new Float32Array(data.length);
  for (let step = 0; step < length; step++) {
    const along = step - (length - 1) / 2;
    const [dx, dy] = [Math.round(along * Math.cos(angle)), Math.round(along * Math.sin(angle))];
    for (let y = 0, at = 0; y < height; y++) {
      const row = Math.min(height - 1, Math.max(0, y + dy)) * width;
      for (let x = 0; x < width; x++, at += 3) {
        const from = (row + Math.min(width - 1, Math.max(0, x + dx))) * 3;
        sums[at]! += data[from]!;
        sums[at + 1]! += data[from + 1]!;
        sums[at + 2]! += data[from + 2]!;
      }
    }
  }
  return { ...picture, raster: { width, height, data: Uint8Array.from(sums, (sum) => sum / length) } };
};

/** So few pixels across. */
export const coarse: Degradation = (picture, tier, c) =>
  resized(picture, tier === "mild" ? 600 : c.pick([280, 340, 400]));

/** Made smaller to a width; looks by sharp's area averaging. */
export async function resized(picture: Picture, width: number): Promise<Picture> {
  const scale = width / picture.raster.width;
  const height = Math.round(picture.raster.height * scale);
  const toOld = (x: number, y: number) => [x / scale, Math.min(y / scale, picture.raster.height - 0.5)] as const;
  const toNew = (x: number, y: number) => [x * scale, y * scale] as const;
  const small = warped(picture, { width, height, toOld, toNew }, white);
  const data = await sharpOf(picture).resize(width, height, { fit: "fill" }).raw().toBuffer();
  return { ...small, raster: { data, width, height } };
}

/** Compressed until it hurts. */
export const compressed: Degradation = async (picture, tier) => {
  const jpeg = await sharpOf(picture)
    .jpeg({ quality: { mild: 35, hard: 8 }[tier] })
    .toBuffer();
  return { ...picture, raster: { ...picture.raster, data: await sharp(jpeg).removeAlpha().raw().toBuffer() } };
};

/** The picture's pixels for sharp. */
export function sharpOf({ raster: { data, width, height } }: Picture): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** The same geometry with other looks. */
export async function seen(picture: Picture, look: (it: Sharp) => Sharp): Promise<Picture> {
  const data = await look(sharpOf(picture)).removeAlpha().toColourspace("srgb").raw().toBuffer();
  return { ...picture, raster: { ...picture.raster, data } };
}
