import { type Box, boxAround, type Point } from "./model/geometry.js";
import type { OcrLine } from "./ocr/engine.js";

/** Below this confidence nobody can say what a line of a smeared picture reads. */
const LEGIBLE = 0.8;

/** How much of the length of lines must be doubtful, and how many of them: fewer are specks, or what is left beside covered ones. */
interface Threshold {
  readonly share: number;
  readonly count: number;
}

/**
 * For a picture as a whole. Of the bench's seed 1 all mild pictures are below 0.14 but one (0.41, half smeared), those shaken by 17
 * pixels above 0.4 but for six of 27, on which the kind was told all the same.
 */
const WHOLE: Threshold = { share: 0.4, count: 3 };
/** For a part of one: a logo and a caption are a part, too. */
const PART: Threshold = { share: 0.5, count: 5 };

/** From this confidence on a line was read beyond doubt; so many of them are a document that is sharp. */
const CERTAIN = 0.9;
const MIN_CERTAIN = 5;
/** The share of the length of a sharp document's lines that may be doubtful. */
const MAX_DOUBTFUL = 0.14;

/** Lines of one document stand nearer than this, in heights of the higher one. */
const MAX_GAP = 6;
/** How far beyond the lines that were seen others may stand, in heights of the usual one. */
const BEYOND = 4;

/** Whether so much of what was seen could not be read that more may stand where nothing was seen. */
export function isIllegible(lines: readonly OcrLine[], { share, count }: Threshold = WHOLE): boolean {
  const lengthOf = (some: readonly OcrLine[]) => some.reduce((sum, { quad: [a, b] }) => sum + distance(a, b), 0);
  const doubtful = lines.filter(({ confidence }) => confidence < LEGIBLE);
  return doubtful.length >= count && lengthOf(doubtful) >= share * lengthOf(lines);
}

/** Whether lines are those of sharp documents. */
export function isLegible(lines: readonly OcrLine[]): boolean {
  const certain = lines.filter(({ confidence }) => confidence >= CERTAIN);
  return certain.length >= MIN_CERTAIN && !isIllegible(lines, { share: MAX_DOUBTFUL, count: 1 });
}

/** Boxes around lines that stand together and of which most could not be read: a blurred document beside sharp ones. */
export function illegibleParts(lines: readonly OcrLine[]): readonly Box[] {
  return partsOf(lines)
    .filter((part) => isIllegible(part, PART))
    .map((part) => grown(boxAround(part.flatMap(({ quad }) => quad)), BEYOND * usualHeight(part)));
}

function usualHeight(lines: readonly OcrLine[]): number {
  return lines.map(heightOf).sort((a, b) => a - b)[lines.length >> 1]!;
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** Lines in groups, each line near another one of its group. */
function partsOf(lines: readonly OcrLine[]): OcrLine[][] {
  const parts: OcrLine[][] = [];
  for (const line of lines) {
    const near = parts.filter((part) => part.some((other) => areNear(line, other)));
    for (const part of near) parts.splice(parts.indexOf(part), 1);
    parts.push([...near.flat(), line]);
  }
  return parts;
}

function areNear(one: OcrLine, other: OcrLine): boolean {
  const [a, b] = [boxAround(one.quad), boxAround(other.quad)];
  const across = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
  const down = Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height);
  return Math.max(across, down, 0) <= MAX_GAP * Math.max(heightOf(one), heightOf(other));
}

function heightOf({ quad: [topLeft, , , bottomLeft] }: OcrLine): number {
  return distance(topLeft, bottomLeft);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
