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
  const boxes = lying.map((box, i) => (scores[i]! > 0.5 ? upsideDown(box) : box));
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

/** Lines that run down are taken as lying on their side, reading downwards. */
function lieDown(box: TurnedBox): TurnedBox {
  if (box.height < TALL * box.width) return box;
  return { ...box, width: box.height, height: box.width, angle: box.angle + Math.PI / 2 };
}
