import { LINE_HEIGHT, type LinePicture } from "./crop.js";
import type { ReadChar } from "./recognize.js";

/** What a full-width character takes of the line's height, which includes a small margin. */
const EM_SHARE = 0.95;
/** From which gap without ink on a space is read, in full widths. Slim characters have gaps of a quarter by themselves. */
const SPACE = 0.35;
/** The same between two digits or letters: 1 stands far apart in some fonts. */
const NARROW_SPACE = 0.45;
/** Characters that stand as far apart as most of their line is spaced wide, or written downward: only so much farther is a gap. */
const BEYOND_PITCH = 1.25;
/** Farther apart than this, in full widths, characters of one line are never of one word. */
const MAX_PITCH = 2;
/** Which of a line's distances, sorted, is that of characters that touch: words may stand apart at most of them. */
const PITCH_SHARE = 0.25;
/** Digits that stand nearly as far apart as Chinese characters are written downward, one below the other. */
const DOWNWARD = 0.8;
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
  const pitchOf = pitchesOf(chars);
  const reach = MAX_PITCH * em;
  return chars.flatMap((char, i) => {
    const before = chars[i - 1];
    if (before === undefined || ![before, char].every(({ text }) => /[\p{L}\p{N}]/u.test(text))) return [char];
    const gap = widestRun(blank, Math.round(before.center), Math.round(char.center));
    const isNarrow = !isWide(before.text) && !isWide(char.text);
    if (gap.width < (isNarrow ? NARROW_SPACE : SPACE) * em) return [char];
    if (char.center - before.center <= Math.min(BEYOND_PITCH * pitchOf(before, char), reach)) return [char];
    return [{ text: " ", confidence: Math.min(before.confidence, char.confidence), center: gap.center }, char];
  });
}

type Pitch = (before: ReadChar, char: ReadChar) => number;

/** How far apart two neighbours of their kind stand without a space; 0 where the line does not tell. */
function pitchesOf(chars: readonly ReadChar[]): Pitch {
  const pairs = chars.slice(1).map((char, i) => ({ before: chars[i]!, char }));
  const pitchAmong = (isOfKind: (char: ReadChar) => boolean) => {
    const alike = pairs.filter(({ before, char }) => isOfKind(before) && isOfKind(char));
    const distances = alike.map(({ before, char }) => char.center - before.center).sort((a, b) => a - b);
    return distances[Math.floor(distances.length * PITCH_SHARE)] ?? 0;
  };
  const [wide, digits] = [pitchAmong(isHan), pitchAmong(isDigit)];
  const isDownward = wide > 0 && digits >= DOWNWARD * wide;
  return (before, char) => {
    const kinds = [isHan, isDigit].map((isOfKind) => [before, char].filter(isOfKind).length);
    if (kinds[0]! + kinds[1]! < 2) return 0;
    if (isDownward) return Math.max(wide, digits);
    return kinds[0] === 2 ? wide : kinds[1] === 2 ? digits : 0;
  };
}

function isHan({ text }: ReadChar): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Full-width ones too: digits written downward are taken for them. */
function isDigit({ text }: ReadChar): boolean {
  return /\p{Nd}/u.test(text);
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
