import { cropBox } from "../crop-box.js";
import type { Raster } from "../engine.js";
import { boxAt, holds, pointOn, quadOfTurnedBox, type TurnedBox } from "../turned-box.js";
import { detectLines, type SeenLine } from "./detect.js";
import type { Network } from "./network.js";

/** Pixels of the picture as it is seen first: print of six points is seen on a page, and a long screenshot stays legible. */
const FIRST_PIXELS = 2_000_000;
/** Pixels seen to the pixel of a large picture, at least: print of 16 pixels is seen just so. */
const MIN_SCALE = 0.3;
/** Lines marked lower than this are merged with their neighbours and cut short: then a second, closer look is taken. */
const SMALL_CORE = 6.5;
/** The height of the marks that the second look aims at. */
const GOOD_CORE = 9;
/** The share of the lines that may be small without a second look: dust is small too. */
const SMALL_SHARE = 0.1;
/** Radians of slant from which on lines are merged with their neighbours, and the second look is turned. */
const SLANTED = 0.17;
/** How much of the length of text must run one way, 0 to 1, for the second look to be turned. */
const ONE_WAY = 0.7;
/** Times a picture is enlarged, at most: beyond that nothing is gained. */
const MAX_SCALE = 2;
/** Pixels of the picture as it is seen second: bounds the time. */
const SECOND_PIXELS = 12_000_000;
/** Pixels seen to the pixel of the picture where lines were seen as one: close lines part at this size. */
const PART_SCALE = 1.6;
/** What is looked at beyond the lines that were seen first, in shares of their extent: more lines may stand there. */
const FRAME_MARGIN = 0.08;

/** What the second look sees. */
interface Look {
  /** The part of the picture, turned so that its lines lie straight. */
  readonly frame: TurnedBox;
  /** Pixels seen to the pixel of the picture. */
  readonly scale: number;
}

/**
 * The lines of text in a picture, in no order. Small or slanted print is looked at a second time, from nearer and
 * straight; what only one of the two looks saw is kept, for a line too many does no harm.
 */
export async function findLines(network: Network, raster: Raster): Promise<readonly TurnedBox[]> {
  const { width, height } = raster;
  const whole = { center: { x: width / 2, y: height / 2 }, width, height, angle: 0 };
  const scale = Math.min(1, Math.max(Math.sqrt(FIRST_PIXELS / (width * height)), MIN_SCALE));
  const first = await look(network, raster, { frame: whole, scale });
  const closer = closerLook(first, scale);
  if (closer === undefined) return first.map(({ box }) => box);
  const second = await look(network, raster, closer);
  const large = closer.frame.angle === 0 ? first.filter(isLarge).map(({ box }) => box) : [];
  const others = second.map(({ box }) => box).filter(({ center }) => !large.some((box) => holds(box, center)));
  const missed = first
    .map(({ box }) => box)
    .filter((box) => !large.includes(box))
    .filter((box) => !others.some((seen) => holds(seen, box.center) || holds(box, seen.center)));
  return [...large, ...others, ...missed];
}

/** The lines of text in a part of a picture, looked at from nearer than the whole was. */
export async function linesIn(network: Network, raster: Raster, part: TurnedBox): Promise<readonly TurnedBox[]> {
  const scale = Math.min(PART_SCALE, Math.sqrt(FIRST_PIXELS / (part.width * part.height)));
  return (await look(network, raster, { frame: part, scale })).map(({ box }) => box);
}

async function look(network: Network, raster: Raster, { frame, scale }: Look): Promise<readonly SeenLine[]> {
  const width = Math.max(1, Math.round(frame.width * scale));
  const height = Math.max(1, Math.round(frame.height * scale));
  const lines = await detectLines(network, cropBox(raster, frame, { width, height }));
  return lines.map(({ box, coreHeight }) => ({ box: placed(box, { frame, width, height }), coreHeight }));
}

/** From pixels seen to pixels of the picture. */
function placed(
  box: TurnedBox,
  { frame, width, height }: { frame: TurnedBox; width: number; height: number },
): TurnedBox {
  const pixel = frame.width / width;
  return {
    center: pointOn(frame, box.center.x / width, box.center.y / height),
    width: box.width * pixel,
    height: box.height * pixel,
    angle: box.angle + frame.angle,
  };
}

/** Undefined when the print is large and straight enough, or was already seen as large as it may be. */
function closerLook(lines: readonly SeenLine[], scale: number): Look | undefined {
  if (lines.length === 0) return undefined;
  const direction = directionOf(lines.map(({ box }) => box));
  const angle = Math.abs(direction) >= SLANTED ? direction : 0;
  const corners = lines.flatMap(({ box }) => quadOfTurnedBox(box));
  const { width, height, ...place } = boxAt(corners, angle);
  const margin = 2 * FRAME_MARGIN * Math.max(width, height);
  const frame = { ...place, width: width + margin, height: height + margin };
  const heights = lines.map(({ coreHeight }) => coreHeight).sort((a, b) => a - b);
  const small = heights[Math.floor(heights.length * SMALL_SHARE)]!;
  const wanted = small < SMALL_CORE ? (scale * GOOD_CORE) / small : scale;
  const closer = Math.min(wanted, MAX_SCALE, Math.sqrt(SECOND_PIXELS / (frame.width * frame.height)));
  return closer > scale || angle !== 0 ? { frame, scale: closer } : undefined;
}

/** Which way most of the length of text runs, from -π/2 to π/2; 0 when it runs all ways. */
function directionOf(boxes: readonly TurnedBox[]): number {
  let [x, y, length] = [0, 0, 0];
  for (const { width, height, angle } of boxes) {
    const along = width >= height ? angle : angle + Math.PI / 2;
    const weight = Math.max(width, height) - Math.min(width, height);
    // Directions repeat after half a turn, so they are averaged at twice the angle.
    x += weight * Math.cos(2 * along);
    y += weight * Math.sin(2 * along);
    length += weight;
  }
  return Math.hypot(x, y) >= ONE_WAY * length ? Math.atan2(y, x) / 2 : 0;
}

function isLarge({ coreHeight }: SeenLine): boolean {
  return coreHeight >= 2 * GOOD_CORE;
}
