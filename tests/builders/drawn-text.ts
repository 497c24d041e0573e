import { boxAround, type Point, type Quad, type Raster } from "@tuhei/core";
import sharp from "sharp";

/** A line of text to draw: `at` is the left end of its baseline, `size` the font size, both in pixels. */
export interface DrawnLine {
  readonly text: string;
  readonly at: readonly [number, number];
  readonly size: number;
  /** Width of the letters to what the font gives them; 1 unless told. */
  readonly condensed?: number;
}

/** A picture to lay on the page, top-left at `at`. */
export interface DrawnPicture {
  readonly png: Uint8Array;
  readonly at: readonly [number, number];
}

/** What to draw on a white page. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly lines?: readonly DrawnLine[];
  readonly pictures?: readonly DrawnPicture[];
  /** Degrees clockwise about the page's middle; the page grows so that nothing is cut off. */
  readonly turn?: number;
}

/** Draws black text and pictures on white with the system's Chinese font. */
export async function drawPage({ width, height, lines = [], pictures = [], turn = 0 }: Drawing): Promise<Raster> {
  const texts = lines.map(
    ({ text, at: [x, y], size, condensed = 1 }) =>
      `<text transform="translate(${x} ${y}) scale(${condensed} 1)" font-size="${size}" font-family="Noto Sans CJK SC, WenQuanYi Micro Hei, sans-serif" xml:space="preserve">${escapeXml(text)}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="white"/>${texts.join("")}</svg>`;
  const page = await sharp(Buffer.from(svg))
    .composite(pictures.map(({ png, at: [left, top] }) => ({ input: Buffer.from(png), left, top })))
    .png()
    .toBuffer();
  const turned = sharp(page).rotate(turn, { background: "white" });
  const { data, info } = await turned
    .flatten()
    .removeAlpha()
    .toColorspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** How many pixels darker than half are inside; `around` bounds the search. */
export function inkIn(raster: Raster, inside: (x: number, y: number) => boolean, around?: readonly Point[]): number {
  const { data, width, height } = raster;
  const bounds = around === undefined ? { x: 0, y: 0, width, height } : boxAround(around);
  const [right, bottom] = [Math.min(width, bounds.x + bounds.width), Math.min(height, bounds.y + bounds.height)];
  let ink = 0;
  for (let y = Math.max(0, Math.floor(bounds.y)); y < bottom; y++) {
    for (let x = Math.max(0, Math.floor(bounds.x)); x < right; x++) {
      if (data[(y * width + x) * 3]! < 128 && inside(x + 0.5, y + 0.5)) ink++;
    }
  }
  return ink;
}

/** Whether a point lies in a convex quad, whichever way round its corners go. */
export function isInside(quad: Quad, x: number, y: number): boolean {
  const sides = quad.map((from, i) => {
    const to = quad[(i + 1) % quad.length]!;
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
  });
  return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
}
