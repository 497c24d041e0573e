import { LINE_HEIGHT, type LinePicture } from "./crop.js";
import type { Network } from "./network.js";
import { tensorOf } from "./recognize.js";

/** The picture size the classifier was trained on; longer lines are squeezed into it. */
const WIDTH = 192;
const BATCH = 16;

/** How likely each line stands upside down, 0 to 1, in the order of `lines`. */
export async function upsideDownScores(network: Network, lines: readonly LinePicture[]): Promise<readonly number[]> {
  const scores: number[] = [];
  for (let start = 0; start < lines.length; start += BATCH) {
    const batch = lines.slice(start, start + BATCH).map(squeeze);
    const { data } = await network.run(tensorOf(batch, WIDTH), [batch.length, 3, LINE_HEIGHT, WIDTH]);
    // Two classes a line: upright, upside down.
    for (let i = 0; i < batch.length; i++) scores.push(data[i * 2 + 1]!);
  }
  return scores;
}

/** Each column becomes the mean of the columns that fall into it. */
function squeeze(line: LinePicture): LinePicture {
  if (line.width <= WIDTH) return line;
  const data = new Uint8Array(WIDTH * LINE_HEIGHT * 3);
  for (let x = 0; x < WIDTH; x++) {
    const from = Math.floor((x * line.width) / WIDTH);
    const to = Math.max(from + 1, Math.floor(((x + 1) * line.width) / WIDTH));
    for (let y = 0; y < LINE_HEIGHT; y++) {
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (let i = from; i < to; i++) sum += line.data[(y * line.width + i) * 3 + c]!;
        data[(y * WIDTH + x) * 3 + c] = Math.round(sum / (to - from));
      }
    }
  }
  return { ...line, data, width: WIDTH };
}
