import { boxAround, type Quad } from "@tuhei/core";
import type { Picture, Spot } from "../printed.ts";
import type { Degradation } from "./degradation.ts";

/**
 * What the owner did before sending it: a mosaic, a bar or white-out over some values. What is under it is nobody's any more
 * where all of it is gone; the hard tier leaves the last characters.
 */
export const maskedByOwner: Degradation = (picture, tier, c) => {
  const masked = new Set(c.some(picture.truths, Math.ceil(picture.truths.length / 3)));
  const { width, height } = picture.raster;
  const data = Uint8Array.from(picture.raster.data);
  const raster = { data, width, height };
  for (const truth of masked) {
    const how = c.pick([mosaic, bar, whiteOut]);
    for (const spot of truth.spots) how(raster, areaOf(spot, tier === "hard" ? LEFT_OVER : 0));
  }
  // What stands on is a remnant: neither a whole value nor free of it, so it counts for nothing.
  return { ...picture, raster, truths: picture.truths.filter((truth) => !masked.has(truth)) };
};

/** The share of a line that is left readable at its end. */
const LEFT_OVER = 0.25;

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function areaOf({ quad }: Spot, leftOver: number): Area {
  const { x, y, width, height } = boxAround(quad as Quad);
  return { left: x - 4, top: y - 4, right: x + width * (1 - leftOver) + 4, bottom: y + height + 4 };
}

/** Squares of the mean colour. */
const MOSAIC = 14;

function mosaic(raster: Picture["raster"], area: Area): void {
  for (let top = area.top; top < area.bottom; top += MOSAIC) {
    for (let left = area.left; left < area.right; left += MOSAIC) {
      const square = {
        left,
        top,
        right: Math.min(left + MOSAIC, area.right),
        bottom: Math.min(top + MOSAIC, area.bottom),
      };
      const sum = [0, 0, 0];
      let count = 0;
      eachPixel(raster, square, (at) => {
        for (const channel of [0, 1, 2]) sum[channel]! += raster.data[at + channel]!;
        count++;
      });
      const mean = sum.map((one) => one / Math.max(1, count));
      eachPixel(raster, square, (at) => raster.data.set(mean, at));
    }
  }
}

function bar(raster: Picture["raster"], area: Area): void {
  eachPixel(raster, area, (at) => raster.data.set([20, 20, 22], at));
}

function whiteOut(raster: Picture["raster"], area: Area): void {
  eachPixel(raster, area, (at) => raster.data.set([250, 250, 248], at));
}

function eachPixel({ width, height }: Picture["raster"], area: Area, act: (at: number) => void): void {
  for (let y = Math.max(0, Math.round(area.top)); y < Math.min(height, area.bottom); y++) {
    for (let x = Math.max(0, Math.round(area.left)); x < Math.min(width, area.right); x++) act((y * width + x) * 3);
  }
}
