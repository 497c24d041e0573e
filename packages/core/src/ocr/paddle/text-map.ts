import type { Raster } from "../engine.js";
import type { TextMap } from "./blobs.js";
import type { Network } from "./runtime.js";

/** The network halves its input five times, so its sides are multiples of this. */
const SIDE_STEP = 32;
/** Pixels of a side of one network run, at most: bounds its memory, which the runtime keeps (about 180 MB). */
const TILE = 960;
/** Pixels that neighbouring tiles share, so that a line at a border is seen whole by one of them. */
const OVERLAP = 192;
/** Mean and deviation of the red, green and blue of ImageNet, on which the network was trained, over 0 to 1. */
const MEAN = [0.485, 0.456, 0.406] as const;
const DEVIATION = [0.229, 0.224, 0.225] as const;

/** Where text stands in a picture, pixel by pixel. */
export async function textMap(network: Network, raster: Raster): Promise<TextMap> {
  const { width, height } = raster;
  const data = new Uint8Array(width * height);
  for (const down of partsOf(height)) {
    for (const across of partsOf(width)) {
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

/** A side in parts of one length that share {@link OVERLAP}: equal ones see the fewest pixels twice. */
function partsOf(side: number): readonly { readonly start: number; readonly length: number }[] {
  const count = Math.max(1, Math.ceil((side - OVERLAP) / (TILE - OVERLAP)));
  const length = Math.min(side, SIDE_STEP * Math.ceil((side + (count - 1) * OVERLAP) / count / SIDE_STEP));
  return Array.from({ length: count }, (_, i) => ({
    start: count === 1 ? 0 : Math.round((i * (side - length)) / (count - 1)),
    length,
  }));
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
