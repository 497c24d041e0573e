import type { OcrLine, Raster } from "../engine.js";
import { quadOfTurnedBox, type TurnedBox, upsideDown } from "../turned-box.js";
import { lineOf, meanConfidence } from "./char-quads.js";
import { cropLine, turnLine } from "./crop.js";
import { upsideDownScores } from "./direction.js";
import { findLines } from "./find-lines.js";
import { readLines } from "./recognize.js";
import type { Models } from "./runtime.js";

/** A box this many times as high as wide holds a line that runs up or down. */
const TALL = 1.5;
/** Added above and below a line when its place is told, in shares of its height: what is read well may lie a little off. */
const MARGIN = 0.1;
/** How far from half and half the lines of a picture must be for the majority to count: seven in eight. */
const AGREED = 0.375;
/** Below this confidence a line is read a second time from the other side. */
const DOUBTFUL = 0.8;

/** Reads a picture: finds lines, lays them straight, turns them upright, reads them. */
export async function recognizePage(models: Models, raster: Raster): Promise<readonly OcrLine[]> {
  const found = await findLines(models.detector, raster);
  const lying = found.map(lieDown);
  const scores = await upsideDownScores(
    models.direction,
    lying.map((box) => cropLine(raster, box)),
  );
  const flipped = votes(lying, scores);
  const boxes = lying.map((box, i) => (flipped[i]! ? upsideDown(box) : box));
  const pictures = boxes.map((box) => cropLine(raster, box));
  const read = [...(await readLines(models.recognizer, models.alphabet, pictures))];
  const doubtful = read.flatMap((chars, i) => (meanConfidence(chars) < DOUBTFUL ? [i] : []));
  const again = await readLines(
    models.recognizer,
    models.alphabet,
    doubtful.map((i) => turnLine(pictures[i]!)),
  );
  doubtful.forEach((i, k) => {
    if (meanConfidence(again[k]!) <= meanConfidence(read[i]!)) return;
    read[i] = again[k]!;
    boxes[i] = upsideDown(boxes[i]!);
  });
  return read.map((chars, i) => lineOf(chars, pictures[i]!, quadOfTurnedBox(withMargin(boxes[i]!))));
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
