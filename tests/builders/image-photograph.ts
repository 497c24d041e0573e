import sharp, { type Sharp } from "sharp";
import { type Corner, type Corners, homography } from "./image-homography.ts";
import { diceOf } from "./people.ts";

/** Red, green and blue, 0 to 255. */
type Color = readonly [red: number, green: number, blue: number];

/** How a sheet was photographed. */
export interface Photograph {
  /** Where the sheet's corners lie, as parts of the picture's width and height. */
  readonly corners: Corners;
  /** Darkest light on the sheet, 0 to 1; it falls off from the top left. */
  readonly shadow: number;
  /** Standard deviation of the noise, in steps of 255. */
  readonly noise: number;
  /** What the sheet lies on; grey by itself. */
  readonly table?: Color;
  readonly seed: number;
}

/** Takes a sheet for photographed: perspective, uneven light, noise. */
export async function photograph(sheet: Sharp, photo: Photograph): Promise<Sharp> {
  const { data, info } = await sheet.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const corner = ([x, y]: Corner): Corner => [x * width, y * height];
  const [topLeft, topRight, bottomRight, bottomLeft] = photo.corners;
  const toSheet = homography(
    [corner(topLeft), corner(topRight), corner(bottomRight), corner(bottomLeft)],
    [
      [0, 0],
      [width, 0],
      [width, height],
      [0, height],
    ],
  );
  const dice = diceOf(photo.seed);
  const { table = TABLE } = photo;
  const out = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = toSheet(x + 0.5, y + 0.5);
      const light =
        1 -
        (1 - photo.shadow) * Math.min(1, Math.max(0, (x / width + y / height) / 2 + 0.1 * Math.sin((6 * y) / height)));
      // The sum of three dice is near enough to a normal distribution.
      const grain = ((dice(256) + dice(256) + dice(256)) / 128 - 3) * photo.noise;
      for (let channel = 0; channel < 3; channel++) {
        const value = sample(data, width, height, u, v, channel) ?? table[channel]!;
        out[(y * width + x) * 3 + channel] = Math.max(0, Math.min(255, Math.round(value * light + grain)));
      }
    }
  }
  return sharp(out, { raw: { width, height, channels: 3 } });
}

/** A desk. */
const TABLE: Color = [118, 118, 118];

function sample(
  data: Buffer,
  width: number,
  height: number,
  u: number,
  v: number,
  channel: number,
): number | undefined {
  if (u < 0 || v < 0 || u > width - 1 || v > height - 1) return undefined;
  const [x, y] = [Math.floor(u), Math.floor(v)];
  const [right, below] = [Math.min(x + 1, width - 1), Math.min(y + 1, height - 1)];
  const at = (px: number, py: number) => data[(py * width + px) * 3 + channel]!;
  const top = at(x, y) * (1 - u + x) + at(right, y) * (u - x);
  const bottom = at(x, below) * (1 - u + x) + at(right, below) * (u - x);
  return top * (1 - v + y) + bottom * (v - y);
}
