import type { OcrLine, Raster } from "../engine.js";
import { holds, quadOfTurnedBox, type TurnedBox, upsideDown } from "../turned-box.js";
import { lineOf, meanConfidence } from "./char-quads.js";
import { cropLine, type LinePicture, NARROW, turnLine, WIDE } from "./crop.js";
import { upsideDownScores } from "./direction.js";
import { findLines, linesIn } from "./find-lines.js";
import type { Models } from "./network.js";
import { type ReadChar, readLines } from "./recognize.js";

/** A box this many times as high as wide holds a line that runs up or down. */
const TALL = 1.5;
/** Added above and below a line when its place is told, in shares of its height: what is read well may lie a little off. */
const MARGIN = 0.1;
/** How far from half and half the lines of a picture must be for the majority to count: seven in eight. */
const AGREED = 0.375;
/** Below this confidence a line is read again, wider. */
const SURE = 0.93;
/** Pixels along the line for each character, below which print is close: the recogniser looks every eight pixels. */
const CLOSE = 14;
/** The same from digit to digit: of equal digits that stand closer one is lost, and digits are slimmer than what is around them. */
const CLOSE_DIGITS = 15;
/** Digits in a row whose distance counts. */
const MIN_DIGITS = 6;
/** Below this confidence a line is read again from the other side. */
const DOUBTFUL = 0.8;
/** From this many times the height of most lines on, what is not read may be several lines in one. */
const BLOCK = 1.5;
/** Confidences as far apart as this say nothing. */
const EQUALLY_SURE = 0.02;

/** A line with its picture, in the direction in which it is read. */
interface LaidLine {
  readonly box: TurnedBox;
  readonly picture: LinePicture;
}

interface ReadLine extends LaidLine {
  readonly chars: readonly ReadChar[];
}

/** Reads a picture: finds lines, lays them straight, turns them upright, reads them; what was seen as one block, line by line. */
export async function recognizePage(models: Models, raster: Raster): Promise<readonly OcrLine[]> {
  const lines = await readBoxes(models, raster, await findLines(models.detector, raster));
  return (await withBlocksParted(models, raster, lines)).map(placed);
}

async function readBoxes(models: Models, raster: Raster, found: readonly TurnedBox[]): Promise<readonly ReadLine[]> {
  const boxes = found.map(lieDown);
  const lying = boxes.map((box) => laid(raster, box, NARROW));
  const scores = await upsideDownScores(models.direction, picturesOf(lying));
  const flipped = votes(boxes, scores);
  const upright = lying.map((line, i) => (flipped[i]! ? turned(line) : line));
  const first = await readAll(models, upright);
  const wide = await readAgain(models, first, isUnsure, ({ box }) => laid(raster, box, WIDE));
  return readAgain(models, wide, isDoubtful, turned);
}

/** Lines that stand close are at times seen as one: what is too high and was not read is looked at from nearer. */
async function withBlocksParted(
  models: Models,
  raster: Raster,
  lines: readonly ReadLine[],
): Promise<readonly ReadLine[]> {
  const heights = lines.map(({ box }) => box.height).sort((a, b) => a - b);
  const least = BLOCK * (heights[heights.length >> 1] ?? 0);
  const blocks = lines.filter((line) => isDoubtful(line) && line.box.height >= least);
  const parted = new Map<ReadLine, readonly ReadLine[]>();
  for (const block of blocks) {
    const boxes = await linesIn(models.detector, raster, block.box);
    const others = lines.filter((line) => !blocks.includes(line));
    const own = boxes.filter(({ center }) => !others.some(({ box }) => holds(box, center)));
    if (own.length < 2) continue;
    const read = await readBoxes(models, raster, own);
    if (sureCharacters(read) > sureCharacters([block])) parted.set(block, read);
  }
  return lines.flatMap((line) => parted.get(line) ?? [line]);
}

/** Characters weighed by how sure they are. */
function sureCharacters(lines: readonly ReadLine[]): number {
  return lines.reduce((sum, { chars }) => sum + chars.length * meanConfidence(chars), 0);
}

/** Reads some lines another way, and keeps what is surer. */
async function readAgain(
  models: Models,
  lines: readonly ReadLine[],
  isWanted: (line: ReadLine) => boolean,
  otherwise: (line: LaidLine) => LaidLine,
): Promise<readonly ReadLine[]> {
  const wanted = lines.filter(isWanted);
  const again = await readAll(models, wanted.map(otherwise));
  const better = new Map(wanted.map((line, i) => [line, surer(line, again[i]!)]));
  return lines.map((line) => better.get(line) ?? line);
}

function isUnsure(line: ReadLine): boolean {
  return meanConfidence(line.chars) < SURE || isClose(line);
}

/** Whether of two equal digits one may be lost, which confidence does not show. */
function isClose({ picture, chars }: ReadLine): boolean {
  if (picture.stretch >= WIDE) return false;
  return picture.width < CLOSE * chars.length || digitDistance(chars) < CLOSE_DIGITS;
}

/** Pixels from digit to digit where they stand closest; none without a row of digits. */
function digitDistance(chars: readonly ReadChar[]): number {
  let [least, start] = [Number.POSITIVE_INFINITY, 0];
  for (let end = 0; end <= chars.length; end++) {
    if (/^\d$/.test(chars[end]?.text ?? "")) continue;
    const count = end - start;
    if (count >= MIN_DIGITS) least = Math.min(least, (chars[end - 1]!.center - chars[start]!.center) / (count - 1));
    start = end + 1;
  }
  return least;
}

function isDoubtful({ chars }: ReadLine): boolean {
  return meanConfidence(chars) < DOUBTFUL;
}

async function readAll({ recognizer, alphabet }: Models, lines: readonly LaidLine[]): Promise<readonly ReadLine[]> {
  const chars = await readLines(recognizer, alphabet, picturesOf(lines));
  return lines.map((line, i) => ({ ...line, chars: chars[i]! }));
}

/** The surer of two readings; of close print the second, wider one unless it is clearly less sure. */
function surer(a: ReadLine, b: ReadLine): ReadLine {
  const gain = meanConfidence(b.chars) - meanConfidence(a.chars);
  return gain > (isClose(a) ? -EQUALLY_SURE : 0) ? b : a;
}

function placed({ box, picture, chars }: ReadLine): OcrLine {
  return lineOf(chars, picture, quadOfTurnedBox(withMargin(box)));
}

function laid(raster: Raster, box: TurnedBox, stretch: number): LaidLine {
  return { box, picture: cropLine(raster, box, stretch) };
}

function turned({ box, picture }: LaidLine): LaidLine {
  return { box: upsideDown(box), picture: turnLine(picture) };
}

function picturesOf(lines: readonly LaidLine[]): readonly LinePicture[] {
  return lines.map(({ picture }) => picture);
}

function withMargin(box: TurnedBox): TurnedBox {
  return { ...box, height: box.height * (1 + 2 * MARGIN) };
}

/**
 * Whether each line stands upside down: as most of the lines that run its way do, for a single short line of digits is
 * easily misjudged; by itself where they do not agree, as on a collage.
 */
function votes(boxes: readonly TurnedBox[], scores: readonly number[]): readonly boolean[] {
  const isDown = ({ angle }: TurnedBox) => Math.abs(Math.sin(angle)) > Math.SQRT1_2;
  const shareOf = (down: boolean) => {
    const alike = boxes.flatMap((box, i) => (isDown(box) === down ? [{ width: box.width, score: scores[i]! }] : []));
    const all = alike.reduce((sum, { width }) => sum + width, 0);
    return alike.reduce((sum, { width, score }) => sum + width * score, 0) / all;
  };
  const shares = new Map([true, false].map((down) => [down, shareOf(down)]));
  return boxes.map((box, i) => {
    const share = shares.get(isDown(box))!;
    return Math.abs(share - 0.5) >= AGREED ? share > 0.5 : scores[i]! > 0.5;
  });
}

/** Lines that run down are taken as lying on their side, reading downwards. */
function lieDown(box: TurnedBox): TurnedBox {
  if (box.height < TALL * box.width) return box;
  return { ...box, width: box.height, height: box.width, angle: box.angle + Math.PI / 2 };
}
