import type { Raster } from "../engine.js";
import type { TextMap } from "./blobs.js";
import type { Network } from "./network.js";

/** The network halves its input five times, so its sides are multiples of this. */
const SIDE_STEP = 32;
/** Pixels of one network run, at most: bounds its memory, which the runtime keeps (about 220 MB). Smaller tiles cut waybills in three, and lines are boxed too tight. */
const TILE_PIXELS = 1_100_000;
/** Pixels that neighbouring tiles share, so that a line at a border is seen whole by one of them. */
const OVERLAP = 192;
/** Mean and deviation of the red, green and blue of ImageNet, on which the network was trained, over 0 to 1. */
const MEAN = [0.485, 0.456, 0.406] as const;
const DEVIATION = [0.229, 0.224, 0.225] as const;

/** Where text stands in a picture, pixel by pixel. */
export async function textMap(network: Network, raster: Raster): Promise<TextMap> {
  const { width, height } = raster;
  const data = new Uint8Array(width * height);
  const [columns, rows] = gridOf(width, height);
  for (const down of partsOf(height, rows)) {
    for (const across of partsOf(width, columns)) {
      const tile = { left: across.start, top: down.start, width: across.length, height: down.length };
      await addTile(network, raster, tile, data);
    }
  }
  return { data, width, height };
}

interface Tile {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Into how many tiles a picture is cut, across and down: the fewest that are small enough, the longer side first. */
function gridOf(width: number, height: number): readonly [columns: number, rows: number] {
  let [columns, rows] = [1, 1];
  for (;;) {
    const [across, down] = [lengthOf(width, columns), lengthOf(height, rows)];
    if (across * down <= TILE_PIXELS) return [columns, rows];
    if (across > down) columns++;
    else rows++;
  }
}

/** Of one of so many parts of a side, which share {@link OVERLAP}. */
function lengthOf(side: number, parts: number): number {
  return Math.min(side, SIDE_STEP * Math.ceil((side + (parts - 1) * OVERLAP) / parts / SIDE_STEP));
}

/** A side in parts of one length: equal ones see the fewest pixels twice. */
function partsOf(side: number, count: number): readonly { readonly start: number; readonly length: number }[] {
  const length = lengthOf(side, count);
  return Array.from({ length: count }, (_, i) => ({
    start: count === 1 ? 0 : Math.round((i * (side - length)) / (count - 1)),
    length,
  }));
}

/** Rounded to steps of 1/255, what is less is nothing. */
const LEAST = 0.5 / 255;
/** What the network is shown for each brightness of each channel. */
const SHOWN = MEAN.map((mean, c) =>
  Float32Array.from({ length: 256 }, (_, value) => value * (1 / (255 * DEVIATION[c]!)) - mean / DEVIATION[c]!),
) as unknown as readonly [Float32Array, Float32Array, Float32Array];

/** Adds what the network sees in one tile; where tiles overlap the surer one counts. */
async function addTile(network: Network, raster: Raster, tile: Tile, map: Uint8Array): Promise<void> {
  const inputWidth = Math.ceil(tile.width / SIDE_STEP) * SIDE_STEP;
  const inputHeight = Math.ceil(tile.height / SIDE_STEP) * SIDE_STEP;
  const input = planesOf(raster, tile, inputWidth, inputHeight);
  const { data } = await network.run(input, [1, 3, inputHeight, inputWidth]);
  for (let y = 0; y < tile.height; y++) {
    const to = (tile.top + y) * raster.width + tile.left;
    for (let x = 0; x < tile.width; x++) {
      const seen = data[y * inputWidth + x]!;
      // Most of a picture is paper.
      if (seen < LEAST) continue;
      const probability = Math.round(seen * 255);
      if (probability > map[to + x]!) map[to + x] = probability;
    }
  }
}

/** A tile with blue first, as in training; what is beyond it is 0. */
function planesOf({ data, width: stride }: Raster, tile: Tile, width: number, height: number): Float32Array {
  const plane = width * height;
  const input = new Float32Array(3 * plane);
  const [first, second, third] = SHOWN;
  for (let y = 0; y < tile.height; y++) {
    let from = ((tile.top + y) * stride + tile.left) * 3;
    const start = y * width;
    for (let at = start; at < start + tile.width; at++, from += 3) {
      input[at] = first[data[from + 2]!]!;
      input[plane + at] = second[data[from + 1]!]!;
      input[2 * plane + at] = third[data[from]!]!;
    }
  }
  return input;
}
