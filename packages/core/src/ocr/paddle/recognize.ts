import { LINE_HEIGHT, type LinePicture } from "./crop.js";
import type { Network, Output } from "./runtime.js";

/** One character as read, with its place along the line picture. */
export interface ReadChar {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Where its middle lies. Pixels of the line picture. */
  readonly center: number;
}

/** Lines read in one run of the network: more gains no speed on a processor and takes memory. */
const BATCH = 6;
/** Shorter lines are padded to this width, as in training. */
const MIN_WIDTH = 96;
/** Widths are rounded up to a multiple, so that lines of about one length share a run. */
const WIDTH_STEP = 32;

/** Reads lines, each on its own. The answer has the order of `lines`; an unreadable line has no characters. */
export async function readLines(
  network: Network,
  alphabet: readonly string[],
  lines: readonly LinePicture[],
): Promise<readonly (readonly ReadChar[])[]> {
  const byWidth = lines.map((line, index) => ({ line, index })).sort((a, b) => a.line.width - b.line.width);
  const read: (readonly ReadChar[])[] = new Array(lines.length).fill([]);
  for (let start = 0; start < byWidth.length; ) {
    const width = paddedWidth(byWidth[start]!.line.width);
    let end = start + 1;
    while (end < byWidth.length && end - start < BATCH && paddedWidth(byWidth[end]!.line.width) === width) end++;
    const batch = byWidth.slice(start, end);
    const input = tensorOf(
      batch.map(({ line }) => line),
      width,
    );
    const output = await network.run(input, [batch.length, 3, LINE_HEIGHT, width]);
    batch.forEach(({ line, index }, row) => {
      read[index] = decode(output, row, width, alphabet).filter(({ center }) => center < line.width + LINE_HEIGHT / 4);
    });
    start = end;
  }
  return read;
}

function paddedWidth(width: number): number {
  return Math.max(MIN_WIDTH, Math.ceil(width / WIDTH_STEP) * WIDTH_STEP);
}

/** Blue, green, red planes from -1 to 1 as in training; the padding is 0. */
export function tensorOf(lines: readonly LinePicture[], width: number): Float32Array {
  const plane = LINE_HEIGHT * width;
  const input = new Float32Array(lines.length * 3 * plane);
  lines.forEach(({ data, width: own }, index) => {
    for (let c = 0; c < 3; c++) {
      const base = (index * 3 + c) * plane;
      for (let y = 0; y < LINE_HEIGHT; y++) {
        for (let x = 0; x < own; x++) input[base + y * width + x] = data[(y * own + x) * 3 + 2 - c]! / 127.5 - 1;
      }
    }
  });
  return input;
}

/**
 * Greedy CTC decoding (Graves et al. 2006): the likeliest class of every time step, repetitions once, blanks dropped. A
 * character's place is the middle of its steps weighted by their probability.
 */
function decode({ data, dims }: Output, row: number, width: number, alphabet: readonly string[]): readonly ReadChar[] {
  const [, steps, classes] = dims as readonly [number, number, number];
  const pixelsPerStep = width / steps;
  const chars: ReadChar[] = [];
  let [previous, best, weight, place] = [0, 0, 0, 0];
  const finish = () => {
    if (previous === 0) return;
    chars.push({ text: alphabet[previous]!, confidence: best, center: (place / weight + 0.5) * pixelsPerStep });
  };
  for (let step = 0; step < steps; step++) {
    const base = (row * steps + step) * classes;
    let [likeliest, probability] = [0, data[base]!];
    for (let k = 1; k < classes; k++) {
      if (data[base + k]! <= probability) continue;
      likeliest = k;
      probability = data[base + k]!;
    }
    if (likeliest !== previous) {
      finish();
      [previous, best, weight, place] = [likeliest, 0, 0, 0];
    }
    best = Math.max(best, probability);
    weight += probability;
    place += probability * step;
  }
  finish();
  return chars;
}
