import type { OcrLine, Raster } from "../engine.js";
import { quadOfTurnedBox, type TurnedBox, upsideDown } from "../turned-box.js";
import { lineOf, meanConfidence } from "./char-quads.js";
import { cropLine, type LinePicture, turnLine } from "./crop.js";
import { upsideDownScores } from "./direction.js";
import { findLines } from "./find-lines.js";
import { type ReadChar, readLines } from "./recognize.js";
import type { Models } from "./runtime.js";

/** A box this many times as high as wide holds a line that runs up or down. */
const TALL = 1.5;
/** Added above and below a line when its place is told, in shares of its height: what is read well may lie a little off. */
const MARGIN = 0.1;
/** How far from half and half the lines of a picture must be for the majority to count: seven in eight. */
const AGREED = 0.375;
/** Below this confidence a line is read a second time from the other side. */
const DOUBTFUL = 0.8;

/** A line with its picture, in the direction in which it is read. */
interface LaidLine {
  readonly box: TurnedBox;
  readonly picture: LinePicture;
}

interface ReadLine extends LaidLine {
  readonly chars: readonly ReadChar[];
}

/** Reads a picture: finds lines, lays them straight, turns them upright, reads them. */
export async function recognizePage(models: Models, raster: Raster): Promise<readonly OcrLine[]> {
  const boxes = (await findLines(models.detector, raster)).map(lieDown);
  const lying = boxes.map((box) => ({ box, picture: cropLine(raster, box) }));
  const scores = await upsideDownScores(models.direction, picturesOf(lying));
  const flipped = votes(boxes, scores);
  const upright = lying.map((line, i) => (flipped[i]! ? turned(line) : line));
  const read = await readAll(models, upright);
  const doubtful = upright.flatMap((_, i) => (meanConfidence(read[i]!.chars) < DOUBTFUL ? [i] : []));
  const again = await readAll(
    models,
    doubtful.map((i) => turned(upright[i]!)),
  );
  const better = new Map(doubtful.map((i, k) => [i, surer(read[i]!, again[k]!)]));
  return read.map((line, i) => better.get(i) ?? line).map(placed);
}

async function readAll({ recognizer, alphabet }: Models, lines: readonly LaidLine[]): Promise<readonly ReadLine[]> {
  const chars = await readLines(recognizer, alphabet, picturesOf(lines));
  return lines.map((line, i) => ({ ...line, chars: chars[i]! }));
}

function surer(a: ReadLine, b: ReadLine): ReadLine {
  return meanConfidence(b.chars) > meanConfidence(a.chars) ? b : a;
}

function placed({ box, picture, chars }: ReadLine): OcrLine {
  return lineOf(chars, picture, quadOfTurnedBox(withMargin(box)));
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
