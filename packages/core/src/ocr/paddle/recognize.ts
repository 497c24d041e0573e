import { LINE_HEIGHT, type LinePicture } from "./crop.js";
import type { Network, Output } from "./network.js";

/** One character as read, with its place along the line picture. */
export interface ReadChar {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Where its middle lies. Pixels of the line picture. */
  readonly center: number;
}

/** Shorter lines are padded to this width, nearer to what the network was trained on. */
const MIN_WIDTH = 96;
/** Widths are rounded up to a multiple: the network's memory is used again for lines of about one length. */
const WIDTH_STEP = 16;

/**
 * Reads lines one after the other: together they take as long and more memory. The answer has the order of `lines`; an
 * unreadable line has no characters.
 */
export async function readLines(
  network: Network,
  alphabet: readonly string[],
  lines: readonly LinePicture[],
): Promise<readonly (readonly ReadChar[])[]> {
  const read: (readonly ReadChar[])[] = [];
  for (const line of lines) {
    const width = Math.max(MIN_WIDTH, Math.ceil(line.width / WIDTH_STEP) * WIDTH_STEP);
    const output = await network.run(tensorOf([line], width), [1, 3, LINE_HEIGHT, width]);
    // What the network sees in the padding is nothing.
    read.push(decode(output, width, alphabet).filter(({ center }) => center < line.width));
  }
  return read;
}

/** Blue, green, red planes from -1 to 1 as in training; the padding is 0. */
export function tensorOf(lines: readonly LinePicture[], width: number): Float32Array {
  const plane = LINE_HEIGHT * width;
  const input = new Float32Array(lines.length * 3 * plane);
  lines.forEach(({ data, width: own }, index) => {
    for (let y = 0, from = 0; y < LINE_HEIGHT; y++) {
      const start = index * 3 * plane + y * width;
      for (let at = start; at < start + own; at++, from += 3) {
        input[at] = SHOWN[data[from + 2]!]!;
        input[plane + at] = SHOWN[data[from + 1]!]!;
        input[2 * plane + at] = SHOWN[data[from]!]!;
      }
    }
  });
  return input;
}

/** What the network is shown for each brightness. */
const SHOWN = Float32Array.from({ length: 256 }, (_, value) => value / 127.5 - 1);

/** From it on a class is the likeliest without a look at the others: all of them together are 1, give or take rounding. */
const MAJORITY = 0.51;

/**
 * Greedy CTC decoding (Graves et al. 2006): the likeliest class of every time step, repetitions once, blanks dropped. A
 * character's place is the middle of its steps weighted by their probability.
 */
function decode({ data, dims }: Output, width: number, alphabet: readonly string[]): readonly ReadChar[] {
  const [, steps, classes] = dims as readonly [number, number, number];
  const pixelsPerStep = width / steps;
  const chars: ReadChar[] = [];
  let [previous, best, weight, place] = [0, 0, 0, 0];
  const finish = () => {
    if (previous === 0) return;
    chars.push({ text: alphabet[previous]!, confidence: best, center: (place / weight + 0.5) * pixelsPerStep });
  };
  for (let step = 0; step < steps; step++) {
    const base = step * classes;
    let [likeliest, probability] = [0, data[base]!];
    for (let k = 1; k < classes && probability < MAJORITY; k++) {
      const value = data[base + k]!;
      if (value <= probability) continue;
      [likeliest, probability] = [k, value];
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
