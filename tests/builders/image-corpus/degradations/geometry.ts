import type { Corner } from "../../image-homography.ts";
import type { Degradation } from "./degradation.ts";
import { tableTop } from "./ground.ts";
import { placed, turnedBy, warped } from "./warp.ts";

/** Seen from the side: the corners of the sheet move in by up to so much of its size. */
export const perspective: Degradation = (picture, tier, c) => {
  const { width, height } = picture.raster;
  const most = { mild: 6, hard: 16 }[tier];
  const inward = (of: number) => (c.from(1, most) / 100) * of;
  const corners: [Corner, Corner, Corner, Corner] = [
    [inward(width), inward(height)],
    [width - inward(width), inward(height)],
    [width - inward(width), height - inward(height)],
    [inward(width), height - inward(height)],
  ];
  return placed(picture, corners, width, height, tableTop(c));
};

/** Held askew. */
export const tilted: Degradation = (picture, tier, c) => {
  const degrees = tier === "mild" ? c.from(2, 5) : c.from(10, 35);
  return turnedBy(picture, c.oneIn(2) ? degrees : -degrees, tableTop(c));
};

/** Lying on its side. */
export const quarterTurned: Degradation = (picture, tier, c) =>
  turnedBy(picture, c.pick([90, 270]) + (tier === "hard" ? c.from(-8, 8) : 0), tableTop(c));

/** Upside down. */
export const upsideDown: Degradation = (picture, tier, c) =>
  turnedBy(picture, 180 + (tier === "hard" ? c.from(-12, 12) : 0), tableTop(c));

/** Paper that does not lie flat: lines of text bend. */
export const curled: Degradation = (picture, tier, c) => {
  const { width, height } = picture.raster;
  const depth = { mild: 0.012, hard: 0.035 }[tier] * height;
  const phase = c.from(0, 10) / 10;
  const rise = (x: number) => depth * Math.sin(Math.PI * (x / width + phase));
  const margin = Math.ceil(depth);
  return warped(
    picture,
    {
      width,
      height: height + 2 * margin,
      toOld: (x, y) => [x, y - margin - rise(x)],
      toNew: (x, y) => [x, y + margin + rise(x)],
    },
    tableTop(c),
  );
};

/** A part of the sheet is outside of the picture. */
export const cropped: Degradation = (picture, tier, c) => {
  const { width, height } = picture.raster;
  const share = () => c.from(2, { mild: 8, hard: 22 }[tier]) / 100;
  const [left, top, right, bottom] = [share() * width, share() * height, share() * width, share() * height].map(
    Math.round,
  ) as [number, number, number, number];
  return warped(
    picture,
    {
      width: width - left - right,
      height: height - top - bottom,
      toOld: (x, y) => [x + left, y + top],
      toNew: (x, y) => [x - left, y - top],
    },
    tableTop(c),
  );
};

/** The sheet is a small part of the picture. */
export const farAway: Degradation = (picture, tier, c) => {
  const { width, height } = picture.raster;
  const part = { mild: 0.7, hard: 0.45 }[tier];
  const [w, h] = [width * part, height * part];
  const [x, y] = [(c.from(5, 95) / 100) * (width - w), (c.from(5, 95) / 100) * (height - h)];
  const corners: [Corner, Corner, Corner, Corner] = [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ];
  return placed(picture, corners, width, height, tableTop(c));
};

/** A good camera, and the sheet in a corner of what it sees. */
export const vast: Degradation = (picture, tier, c) => {
  const width = { mild: 2800, hard: 4800 }[tier];
  const height = Math.round(width * 0.72);
  const part = { mild: 0.85, hard: 0.42 }[tier];
  const { width: oldWidth, height: oldHeight } = picture.raster;
  const scale = Math.min((width * part) / oldWidth, (height * part) / oldHeight);
  const [w, h] = [oldWidth * scale, oldHeight * scale];
  const [x, y] = [(c.from(5, 95) / 100) * (width - w), (c.from(2, 40) / 100) * (height - h)];
  const corners: [Corner, Corner, Corner, Corner] = [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ];
  return placed(picture, corners, width, height, tableTop(c));
};
