import { LINE_HEIGHT, type LinePicture } from "./crop.js";
import type { ReadChar } from "./recognize.js";

/** What a full-width character takes of the line's height, which includes a small margin. */
const EM_SHARE = 0.95;
/** From which gap without ink on a space is read, in full widths. Slim characters have gaps of a quarter by themselves. */
const SPACE = 0.35;
/** The same between two digits or letters: 1 stands far apart in some fonts. */
const NARROW_SPACE = 0.45;
/** A column whose brightness varies by less than this share of the line's variation has no ink. */
const BLANK_SHARE = 0.25;
/** Rows at the top and bottom that may belong to the neighbouring lines, in shares of the height. */
const EDGE_SHARE = 0.12;

/**
 * The characters with a space wherever the print leaves a gap: the network was trained to leave most spaces out, and
 * without them a name runs into what stands beside it. Beside punctuation a gap says nothing new.
 */
export function withSpaces(chars: readonly ReadChar[], picture: LinePicture): readonly ReadChar[] {
  const blank = blankColumns(picture);
  const em = LINE_HEIGHT * EM_SHARE * picture.stretch;
  return chars.flatMap((char, i) => {
    const before = chars[i - 1];
    if (before === undefined || ![before, char].every(({ text }) => /[\p{L}\p{N}]/u.test(text))) return [char];
    const gap = widestRun(blank, Math.round(before.center), Math.round(char.center));
    const isNarrow = !isWide(before.text) && !isWide(char.text);
    if (gap.width < (isNarrow ? NARROW_SPACE : SPACE) * em) return [char];
    return [{ text: " ", confidence: Math.min(before.confidence, char.confidence), center: gap.center }, char];
  });
}

/** Whether a character is as wide as high: Chinese characters and their punctuation. */
export function isWide(text: string): boolean {
  return text.codePointAt(0)! >= 0x2e80;
}

/** For every column whether it has no ink, by the green of its pixels. */
function blankColumns({ data, width }: LinePicture): readonly boolean[] {
  const edge = Math.round(LINE_HEIGHT * EDGE_SHARE);
  const ranges = Array.from({ length: width }, (_, x) => {
    let [low, high] = [255, 0];
    for (let y = edge; y < LINE_HEIGHT - edge; y++) {
      const green = data[(y * width + x) * 3 + 1]!;
      low = Math.min(low, green);
      high = Math.max(high, green);
    }
    return high - low;
  });
  const whole = ranges.reduce((a, b) => Math.max(a, b), 0);
  return ranges.map((range) => range < BLANK_SHARE * whole);
}

function widestRun(blank: readonly boolean[], from: number, to: number): { width: number; center: number } {
  let [widest, start] = [{ width: 0, center: from }, from];
  for (let x = from; x < to; x++) {
    if (!blank[x]) start = x + 1;
    else if (x + 1 - start > widest.width) widest = { width: x + 1 - start, center: (start + x + 1) / 2 };
  }
  return widest;
}
