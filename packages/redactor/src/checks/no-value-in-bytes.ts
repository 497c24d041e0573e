import { createValueIndex, textFormats } from "@tuhei/core";
import type { Span } from "@tuhei/patterns";
import type { Check } from "./check.js";

/**
 * No redacted value stands in the raw bytes of a text file in an encoding that is not the file's own, as in a log that two
 * programs wrote. The fresh scan answers for the file's own encoding. Reads the file in windows.
 */
export const noValueInBytes: Check = {
  name: "no-value-in-bytes",
  formats: textFormats,
  async run(output, { values }) {
    const index = createValueIndex();
    const minUnits = values.size * output.size > MANY ? MIN_UNITS_AMONG_MANY : MIN_UNITS;
    for (const value of values) if (value.length >= minUnits) index.add(value, "name");
    for (let start = 0; start < output.size; start += WINDOW_BYTES) {
      const [first, last] = [Math.max(0, start - OVERLAP_BYTES), Math.min(output.size, start + WINDOW_BYTES)];
      const edges = { isFirst: first === 0, isLast: last === output.size };
      for (const text of readings(await output.read(first, last))) {
        if (index.find(text).some(({ span }) => isSeenWhole(span, text, edges))) {
          return [{ check: noValueInBytes.name, detail: "a redacted value in the raw bytes" }];
        }
      }
    }
    return [];
  },
};

/** What touches the edge of a window may go on beyond it; the neighbouring window sees it whole. */
function isSeenWhole(span: Span, text: string, { isFirst, isLast }: { isFirst: boolean; isLast: boolean }): boolean {
  return (isFirst || span.start > 0) && (isLast || span.end < text.length);
}

/** Bytes read at once. Even, so that units of UTF-16 keep their place. */
const WINDOW_BYTES = 1 << 16;
/** More than the longest value in any encoding. */
const OVERLAP_BYTES = 1024;
/** Two characters of one encoding occur by chance in the bytes of another. */
const MIN_UNITS = 3;
/** The same where many values meet many bytes: values × bytes. */
const MANY = 1e10;
const MIN_UNITS_AMONG_MANY = 6;

/** The bytes as every encoding reads them. Plain ASCII reads the same in all but UTF-16. */
function* readings(window: Uint8Array): Generator<string> {
  for (const encoding of ["utf-16le", "utf-16be"]) {
    const decoder = new TextDecoder(encoding);
    yield decoder.decode(window);
    yield decoder.decode(window.subarray(1));
  }
  yield new TextDecoder("utf-8").decode(window);
  if (!window.some((byte) => byte > 0x7f)) return;
  for (const encoding of ["gb18030", "big5"]) yield new TextDecoder(encoding).decode(window);
}
