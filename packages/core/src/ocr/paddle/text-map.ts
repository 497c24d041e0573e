import type { Raster } from "../engine.js";
import type { TextMap } from "./blobs.js";
import type { Network } from "./runtime.js";

/** The network halves its input five times, so its sides are multiples of this. */
const SIDE_STEP = 32;
/** Pixels of a side of one network run: bounds its memory (about 300 MB). */
const TILE = 1536;
/** Pixels that neighbouring tiles share, so that a line at a border is seen whole by one of them. */
const OVERLAP = 192;
/** Mean and deviation of the red, green and blue of ImageNet, on which the network was trained, over 0 to 1. */
const MEAN = [0.485, 0.456, 0.406] as const;
const DEVIATION = [0.229, 0.224, 0.225] as const;

/** Where text stands in a picture, pixel by pixel. */
export async function textMap(network: Network, raster: Raster): Promise<TextMap> {
  const { width, height } = raster;
  const data = new Uint8Array(width * height);
  for (const top of starts(height)) {
    for (const left of starts(width)) {
      const tile = { left, top, width: Math.min(TILE, width - left), height: Math.min(TILE, height - top) };
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

/** Where tiles begin along a side. The last one ends at the edge. */
function starts(side: number): readonly number[] {
  const places = [0];
  while (places.at(-1)! + TILE < side) places.push(Math.min(places.at(-1)! + TILE - OVERLAP, side - TILE));
  return places;
}

/** Adds what the network sees in one tile; where tiles overlap the surer one counts. */
async function addTile(network: Network, { data, width }: Raster, tile: Tile, map: Uint8Array): Promise<void> {
  const inputWidth = Math.ceil(tile.width / SIDE_STEP) * SIDE_STEP;
  const inputHeight = Math.ceil(tile.height / SIDE_STEP) * SIDE_STEP;
  const plane = inputWidth * inputHeight;
  const input = new Float32Array(3 * plane);
  for (let c = 0; c < 3; c++) {
    const [factor, offset] = [1 / (255 * DEVIATION[c]!), MEAN[c]! / DEVIATION[c]!];
    for (let y = 0; y < tile.height; y++) {
      const from = ((tile.top + y) * width + tile.left) * 3 + 2 - c; // blue first, as in training
      const to = c * plane + y * inputWidth;
      for (let x = 0; x < tile.width; x++) input[to + x] = data[from + x * 3]! * factor - offset;
    }
  }
  const output = await network.run(input, [1, 3, inputHeight, inputWidth]);
  for (let y = 0; y < tile.height; y++) {
    const to = (tile.top + y) * width + tile.left;
    for (let x = 0; x < tile.width; x++) {
      const probability = Math.round(output.data[y * inputWidth + x]! * 255);
      if (probability > map[to + x]!) map[to + x] = probability;
    }
  }
}
