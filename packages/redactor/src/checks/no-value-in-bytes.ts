import type { Check } from "./check.js";
import { needlesOf } from "./needles.js";

/** No redacted value stands in the raw bytes of a text file, in whatever encoding. Reads the file in windows. */
export const noValueInBytes: Check = {
  name: "no-value-in-bytes",
  formats: ["text", "csv"],
  async run(output, { values }) {
    const needles = needlesOf(values);
    const overlap = needles.longest + NEIGHBOURS;
    for (let start = 0; start < output.size; start += WINDOW_BYTES) {
      const first = Math.max(0, start - overlap);
      const last = Math.min(output.size, start + WINDOW_BYTES + NEIGHBOURS);
      const window = await output.read(first, last);
      const from = first === 0 ? 0 : NEIGHBOURS;
      const to = last === output.size ? window.length : window.length - NEIGHBOURS;
      if (needles.count(window, { from, to }) > 0) {
        return [{ check: noValueInBytes.name, detail: "a redacted value in the raw bytes" }];
      }
    }
    return [];
  },
};

/** Bytes read at once. */
const WINDOW_BYTES = 1 << 20;
/** A needle's neighbours, one UTF-16 unit on either side. */
const NEIGHBOURS = 4;
