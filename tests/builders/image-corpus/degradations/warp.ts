import type { Quad } from "@tuhei/core";
import { type Corner, type Corners, homography } from "../../image-homography.ts";
import type { Picture } from "../printed.ts";

/** Red, green and blue, 0 to 255, of what lies around a sheet at a pixel. */
export type Ground = (x: number, y: number) => readonly [number, number, number];

/** A map of the plane and its inverse. */
export interface Warp {
  readonly width: number;
  readonly height: number;
  /** From pixels of the new picture to pixels of the old one. */
  readonly toOld: (x: number, y: number) => Corner;
  /** From pixels of the old picture to pixels of the new one. */
  readonly toNew: (x: number, y: number) => Corner;
}

/** The picture under a map of the plane: looks are interpolated, ink is taken from the nearest pixel. */
export function warped(picture: Picture, { width, height, toOld, toNew }: Warp, ground: Ground): Picture {
  const { raster, ink, truths } = picture;
  const data = new Uint8Array(width * height * 3);
  const labels = new Uint16Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const [u, v] = toOld(x + 0.5, y + 0.5);
      if (u < 0 || v < 0 || u >= raster.width || v >= raster.height) {
        data.set(ground(x, y), at * 3);
        continue;
      }
      interpolate(raster.data, raster.width, raster.height, u - 0.5, v - 0.5, data, at * 3);
      labels[at] = ink[Math.floor(v) * raster.width + Math.floor(u)]!;
    }
  }
  const moved = (quad: Quad): Quad => {
    const [a, b, c, d] = quad.map(({ x, y }) => pointOf(toNew(x, y)));
    return [a!, b!, c!, d!];
  };
  return {
    raster: { data, width, height },
    ink: labels,
    truths: truths.map((truth) => ({
      ...truth,
      spots: truth.spots.map(({ label, quad }) => ({ label, quad: moved(quad) })),
    })),
  };
}

/** The picture with its corners put where they are told. */
export function placed(picture: Picture, corners: Corners, width: number, height: number, ground: Ground): Picture {
  const old = cornersOf(picture.raster.width, picture.raster.height);
  return warped(picture, { width, height, toOld: homography(corners, old), toNew: homography(old, corners) }, ground);
}

/** Turned clockwise about its middle, in degrees; it grows so that nothing is cut off. */
export function turnedBy(picture: Picture, degrees: number, ground: Ground): Picture {
  const { width, height } = picture.raster;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  // A quarter turn would otherwise grow by a pixel from rounding.
  const size = (a: number, b: number) => Math.ceil(Math.abs(a * cos) + Math.abs(b * sin) - 1e-6);
  const [newWidth, newHeight] = [size(width, height), size(height, width)];
  const turn = (x: number, y: number): Corner => [
    (x - width / 2) * cos - (y - height / 2) * sin + newWidth / 2,
    (x - width / 2) * sin + (y - height / 2) * cos + newHeight / 2,
  ];
  const [a, b, c, d] = cornersOf(width, height);
  return placed(picture, [turn(...a), turn(...b), turn(...c), turn(...d)], newWidth, newHeight, ground);
}

/** The corners of a rectangle at the origin. */
export function cornersOf(width: number, height: number): Corners {
  return [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
}

function pointOf([x, y]: Corner) {
  return { x, y };
}

function interpolate(
  from: Uint8Array,
  width: number,
  height: number,
  u: number,
  v: number,
  to: Uint8Array,
  at: number,
): void {
  const [left, top] = [Math.max(0, Math.floor(u)), Math.max(0, Math.floor(v))];
  const [right, bottom] = [Math.min(left + 1, width - 1), Math.min(top + 1, height - 1)];
  const [fx, fy] = [Math.max(0, u - left), Math.max(0, v - top)];
  for (let channel = 0; channel < 3; channel++) {
    const above =
      from[(top * width + left) * 3 + channel]! * (1 - fx) + from[(top * width + right) * 3 + channel]! * fx;
    const below =
      from[(bottom * width + left) * 3 + channel]! * (1 - fx) + from[(bottom * width + right) * 3 + channel]! * fx;
    to[at + channel] = above * (1 - fy) + below * fy + 0.5;
  }
}
