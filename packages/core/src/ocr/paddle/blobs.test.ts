import { expect, test } from "vitest";
import { blobsOf } from "./blobs.js";

/** A map drawn with digits: 0 to 9 stand for probabilities from 0 to 0.9. */
function mapOf(...rows: readonly string[]) {
  const data = Uint8Array.from(rows.join(""), (digit) => Math.round(Number(digit) * 25.5));
  return { data, width: rows[0]!.length, height: rows.length };
}

test("pixels that touch at a corner are one blob", () => {
  expect(blobsOf(mapOf("9000", "0900", "0009"), 77)).toHaveLength(2);
});

test("a blob scores the mean of its own pixels", () => {
  const [blob] = blobsOf(mapOf("0000", "0860", "0000"), 77);
  expect(blob!.score).toBeCloseTo(0.7, 1);
});

test("the outline reaches around the pixels, not through their middles", () => {
  const [blob] = blobsOf(mapOf("000", "090"), 77);
  const xs = blob!.outline.map(({ x }) => x);
  const ys = blob!.outline.map(({ y }) => y);
  expect([Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]).toEqual([1, 2, 1, 2]);
});

test("what is below the threshold is no blob", () => {
  expect(blobsOf(mapOf("2222", "2222"), 77)).toEqual([]);
});
