import { type Box, boxAround, type Point, type Quad, quadOfBox } from "../model/geometry.js";
import { cropBox } from "../ocr/crop-box.js";
import type { Raster } from "../ocr/engine.js";
import type { Network } from "../ocr/paddle/network.js";
import { boxesOf, distinct, type ScoredBox } from "./boxes-of.js";
import { SIDE } from "./face-network.js";

/** A face in a picture. */
export interface Face {
  /** Around face, hair and chin; upright in the picture whatever way the face is turned. Pixels of the raster. */
  readonly quad: Quad;
  /** 0 to 1. */
  readonly score: number;
}

/** The network with what its answers are told from. */
export interface FaceNetwork {
  readonly network: Network;
  readonly anchors: Float32Array;
}

/** From it on a place is worth a closer look: small faces on a large page reach no more. */
const MIN_CANDIDATE = 0.15;
/** From it on it needs none: print reaches 0.5. */
const CERTAIN = 0.6;
/** What a closer look must reach: all 22 faces on six photographs of groups do, whichever way turned, and one wine glass. */
const MIN_SCORE = 0.5;
/** Candidates that are looked at, the surest first: a page of print has a few, a crowd is seen at once. */
const MOST_CANDIDATES = 12;
/** The sides of what closer looks see, in sides of the candidate: some faces need more of their surroundings. */
const CLOSER = [4, 8] as const;
/** How much is covered beyond the network's box, which ends at the brow and the chin, in its sizes: hair, ears, neck. */
const MARGIN = { side: 0.2, top: 0.35, bottom: 0.2 } as const;

/**
 * Faces in a picture, whichever way it is turned: the network knows upright faces only, so it looks four times.
 *
 * @throws {TuheiError} "engine"
 */
export async function findFaces(faces: FaceNetwork, raster: Raster): Promise<readonly Face[]> {
  const side = Math.max(raster.width, raster.height);
  // What lies beyond the picture is as its nearest pixel, which no face begins with.
  const whole: Area = { left: 0, top: 0, side };
  const square = squareOf(raster, whole);
  const input: Input = new Float32Array(3 * SIDE * SIDE);
  const candidates: Candidate[] = [];
  for (const turns of [0, 1, 2, 3])
    for (const seen of await look(faces, square, { turns, leastScore: MIN_CANDIDATE, input }))
      candidates.push({ ...seen, box: onPicture(seen.box, whole), turns });
  const found: ScoredBox[] = [];
  for (const candidate of distinct(candidates).slice(0, MOST_CANDIDATES)) {
    const face = candidate.score >= CERTAIN ? candidate : await lookCloser(faces, raster, candidate, input);
    if (face) found.push({ ...face, box: withMargin(face.box, candidate.turns) });
  }
  return distinct(found).map(({ box, score }) => ({ quad: quadOfBox(inside(box, raster)), score }));
}

/** A square of a picture. Pixels. */
interface Area {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

interface Candidate extends ScoredBox {
  /** Quarters by which the picture was turned to see it. */
  readonly turns: number;
}

function squareOf(raster: Raster, { left, top, side }: Area): Raster {
  const center = { x: left + side / 2, y: top + side / 2 };
  return cropBox(raster, { center, width: side, height: side, angle: 0 }, { width: SIDE, height: SIDE });
}

/** What the network is shown, used again for every look: a new one each time, up to 28, waits as garbage while lines are read. */
type Input = Float32Array;

interface Look {
  /** Quarters by which the square is turned. */
  readonly turns: number;
  readonly leastScore: number;
  readonly input: Input;
}

/** Boxes in shares of the side of the square as it stands, not as it was turned. */
async function look({ network, anchors }: FaceNetwork, square: Raster, { turns, leastScore, input }: Look) {
  fillPlanes(input, square, turns);
  const { data } = await network.run(input, [1, 3, SIDE, SIDE]);
  return boxesOf(data, anchors, leastScore).map(({ box, score }) => ({
    box: boxAround(quadOfBox(box).map((point) => turnedBack(point, turns))),
    score,
  }));
}

/** What closer looks at the place alone make of a candidate. */
async function lookCloser(
  faces: FaceNetwork,
  raster: Raster,
  { box, turns }: Candidate,
  input: Input,
): Promise<ScoredBox | undefined> {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (const times of CLOSER) {
    const side = times * Math.max(box.width, box.height);
    const area: Area = { left: x - side / 2, top: y - side / 2, side };
    const seen = await look(faces, squareOf(raster, area), { turns, leastScore: MIN_SCORE, input });
    const here = seen.map((it) => ({ ...it, box: onPicture(it.box, area) })).filter((it) => holds(it.box, x, y));
    if (here.length > 0) return here.sort((a, b) => b.score - a.score)[0];
  }
  return undefined;
}

function holds({ x, y, width, height }: Box, left: number, top: number): boolean {
  return left > x && left < x + width && top > y && top < y + height;
}

/** Channels first, -1 to 1, turned by quarters counter-clockwise so that what was turned clockwise stands upright. */
function fillPlanes(all: Input, { data }: Raster, turns: number): void {
  for (let y = 0, to = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++, to++) {
      const from = turnedBack({ x: (x + 0.5) / SIDE, y: (y + 0.5) / SIDE }, turns);
      const at = (Math.floor(from.y * SIDE) * SIDE + Math.floor(from.x * SIDE)) * 3;
      for (let channel = 0; channel < 3; channel++) all[channel * SIDE * SIDE + to] = data[at + channel]! / 127.5 - 1;
    }
}

/** A point of the turned square, in shares of its side, where it lies in the square itself. */
function turnedBack({ x, y }: Point, turns: number): Point {
  const ways: readonly Point[] = [
    { x, y },
    { x: 1 - y, y: x },
    { x: 1 - x, y: 1 - y },
    { x: y, y: 1 - x },
  ];
  return ways[turns]!;
}

function onPicture({ x, y, width, height }: Box, { left, top, side }: Area): Box {
  return { x: left + x * side, y: top + y * side, width: width * side, height: height * side };
}

/** Larger at the sides, at the brow and at the chin, wherever these are in a picture that was turned. */
function withMargin(box: Box, turns: number): Box {
  const [top, bottom, side] = [MARGIN.top, MARGIN.bottom, MARGIN.side];
  // Clockwise from what is up in the picture: the brow of a face that was turned by a quarter is at its right.
  const around = [top, side, bottom, side];
  const [up, right, down, left] = [0, 1, 2, 3].map((edge) => around[(edge + 4 - turns) % 4]!) as [
    number,
    number,
    number,
    number,
  ];
  return {
    x: box.x - left * box.width,
    y: box.y - up * box.height,
    width: box.width * (1 + left + right),
    height: box.height * (1 + up + down),
  };
}

/** No further than the picture goes. */
function inside({ x, y, width, height }: Box, raster: Raster): Box {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const [right, bottom] = [Math.min(raster.width, x + width), Math.min(raster.height, y + height)];
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}
