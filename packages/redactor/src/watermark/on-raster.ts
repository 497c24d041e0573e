import type { Raster } from "@tuhei/core";
import type { Mask, Watermark } from "./mask.js";
import { tilesOn } from "./tiles.js";

/** How much of the ink is laid on: print is read through it. */
export const OPACITY = 0.4;
/** Levels of 255 of the ink on light and on dark ground: on a photograph grey alone would be lost on grey. */
const DARK_INK = 64;
const LIGHT_INK = 192;
/** From this level on, ground is light. */
const LIGHT_GROUND = 110;

/** Lays a watermark over a picture. The picture is changed. @throws {TuheiError} "engine" */
export async function drawOnRaster(raster: Raster, { mask }: Watermark): Promise<void> {
  const tiling = tilesOn(raster, mask);
  const ink = await scaled(mask, Math.max(1, Math.round(tiling.width)), Math.max(1, Math.round(tiling.height)));
  const [cos, sin] = [Math.cos(tiling.angle), Math.sin(tiling.angle)];
  const reachX = (Math.abs(ink.width * cos) + Math.abs(ink.height * sin)) / 2;
  const reachY = (Math.abs(ink.width * sin) + Math.abs(ink.height * cos)) / 2;
  for (const { x: middleX, y: middleY } of tiling.middles) {
    const [left, right] = between(middleX - reachX, middleX + reachX, raster.width);
    const [top, bottom] = between(middleY - reachY, middleY + reachY, raster.height);
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const [fromX, fromY] = [x + 0.5 - middleX, y + 0.5 - middleY];
        const u = fromX * cos + fromY * sin + ink.width / 2;
        const v = fromY * cos - fromX * sin + ink.height / 2;
        const share = (inkAt(ink, u - 0.5, v - 0.5) / 255) * OPACITY;
        if (share > 0) blend(raster.data, (y * raster.width + x) * 3, share);
      }
    }
  }
}

function between(from: number, to: number, size: number): readonly [number, number] {
  return [Math.max(0, Math.floor(from)), Math.min(size, Math.ceil(to) + 1)];
}

function blend(data: Uint8Array, at: number, share: number): void {
  const ink = Math.max(data[at]!, data[at + 1]!, data[at + 2]!) >= LIGHT_GROUND ? DARK_INK : LIGHT_INK;
  for (let channel = at; channel < at + 3; channel++) {
    data[channel] = Math.round(data[channel]! * (1 - share) + ink * share);
  }
}

/** Between four samples; nothing outside. */
function inkAt({ data, width, height }: Mask, u: number, v: number): number {
  const [x, y] = [Math.floor(u), Math.floor(v)];
  const sample = (px: number, py: number) =>
    px < 0 || py < 0 || px >= width || py >= height ? 0 : data[py * width + px]!;
  const [right, below] = [u - x, v - y];
  const upper = sample(x, y) * (1 - right) + sample(x + 1, y) * right;
  const lower = sample(x, y + 1) * (1 - right) + sample(x + 1, y + 1) * right;
  return upper * (1 - below) + lower * below;
}

async function scaled({ data, width, height }: Mask, toWidth: number, toHeight: number): Promise<Mask> {
  const { default: sharp } = await import("sharp");
  const image = sharp(data, { raw: { width, height, channels: 1 } }).resize(toWidth, toHeight, { fit: "fill" });
  return { data: await image.extractChannel(0).raw().toBuffer(), width: toWidth, height: toHeight };
}
