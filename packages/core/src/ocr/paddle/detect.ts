import type { Raster } from "../engine.js";
import { boxAt, convexHull, smallestBox, type TurnedBox } from "../turned-box.js";
import { blobsOf } from "./blobs.js";
import type { Network } from "./network.js";
import { textMap } from "./text-map.js";

/** From which probability (0 to 255) a pixel belongs to text: DBNet's 0.3 (Liao et al. 2020). */
const PIXEL_THRESHOLD = 77;
/** Mean probability from which a blob is text. Low, for a missed line stays readable. */
const BLOB_THRESHOLD = 0.5;
/** The same for a blob that is about as long as high: specks and patterns are, and of text only single characters. */
const STUBBY_THRESHOLD = 0.75;
/** The network marks the core of a line; DBNet grows it by area × ratio / perimeter. */
const UNCLIP_RATIO = 1.6;
/** Pixels of the map below which a blob is a speck. */
const MIN_SIDE = 3;
/** A box at least this many times as long as high shows which way the lines of the page run. */
const LONG = 3;
/** A box less than this many times as long as high may lie at any angle by itself. */
const STUBBY = 2;

/** A line of text that was seen. */
export interface SeenLine {
  readonly box: TurnedBox;
  /** Height of what the network marked, in pixels as it saw them: about half of a character. */
  readonly coreHeight: number;
}

/** The lines of text in a picture as large as it is. */
export async function detectLines(network: Network, raster: Raster): Promise<readonly SeenLine[]> {
  const found = blobsOf(await textMap(network, raster), PIXEL_THRESHOLD)
    .filter(({ score }) => score >= BLOB_THRESHOLD)
    .map(({ outline, score }) => ({ hull: convexHull(outline), score }))
    .map(({ hull, score }) => ({ hull, score, box: smallestBox(hull) }))
    .filter(
      ({ box, score }) => Math.min(box.width, box.height) >= MIN_SIDE && (score >= STUBBY_THRESHOLD || !isStubby(box)),
    );
  const slant = slantOf(found.map(({ box }) => box));
  return found
    .map(({ hull, box }) => (isStubby(box) ? boxAt(hull, slant) : box))
    .map((box) => ({ box: unclip(box), coreHeight: Math.min(box.width, box.height) }));
}

/** The angle of most of the length of text, -45° to 45°; 0 where no box is long. */
function slantOf(boxes: readonly TurnedBox[]): number {
  const long = boxes.filter(({ width, height }) => Math.max(width, height) >= LONG * Math.min(width, height));
  const byAngle = long.map(({ angle, width, height }) => ({ angle, length: Math.max(width, height) }));
  byAngle.sort((a, b) => a.angle - b.angle);
  const half = byAngle.reduce((sum, { length }) => sum + length, 0) / 2;
  let sum = 0;
  for (const { angle, length } of byAngle) {
    sum += length;
    if (sum >= half) return angle;
  }
  return 0;
}

function isStubby({ width, height }: TurnedBox): boolean {
  return Math.max(width, height) < STUBBY * Math.min(width, height);
}

function unclip(box: TurnedBox): TurnedBox {
  const grow = (box.width * box.height * UNCLIP_RATIO) / (2 * (box.width + box.height));
  return { ...box, width: box.width + 2 * grow, height: box.height + 2 * grow };
}
