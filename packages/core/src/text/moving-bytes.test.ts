import { expect, test } from "vitest";
import { type ByteSource, bytesSource } from "../source.js";
import { detectEncoding } from "./encoding.js";
import { movingBytes } from "./moving-bytes.js";

const KEPT = 1000;

/** A source that fills the caller's memory, as a file does. */
function filling(bytes: Uint8Array): ByteSource {
  return {
    ...bytesSource(bytes),
    async readInto(into, start) {
      await new Promise(setImmediate);
      const part = bytes.subarray(start, start + into.length);
      into.set(part);
      return part.length;
    },
  };
}

const noise = Uint8Array.from({ length: 3_000_001 }, (_, at) => (Math.imul(at, 0x9e3779b1) >>> 13) & 0xff);

test.each([
  ["kept in memory", bytesSource(noise)],
  ["filled into the same memory again and again", filling(noise)],
])("the bytes in reach are those of the source, %s", async (_, source) => {
  for (const [from, kept] of [
    [0, 0],
    [3, 1],
    [77, KEPT],
  ] as const) {
    const reachOn = movingBytes(source, from, KEPT);
    let keepFrom: number = from;
    for (let isOver = false; !isOver; ) {
      const { bytes, start, isLast } = await reachOn(keepFrom);
      expect(start).toBe(keepFrom);
      const end = start + bytes.length;
      expect(Buffer.compare(bytes, noise.subarray(start, end))).toBe(0);
      expect(isLast).toBe(end === noise.length);
      keepFrom = Math.max(start, end - kept);
      isOver = isLast;
    }
  }
});

test("a read ahead that fails is told when its bytes are asked for, and never where they are not", async () => {
  const source: ByteSource = {
    ...filling(noise),
    readInto: async (into, start) => {
      if (start > 0) throw new Error("gone");
      return into.length;
    },
  };
  const reachOn = movingBytes(source, 0, KEPT);
  await reachOn(0);
  await new Promise(setImmediate);
  await expect(reachOn(10)).rejects.toThrow("gone");
});

test("a character that the end of a block cuts is one", async () => {
  const text = new TextEncoder().encode("盘".repeat(1_000_000));
  const whole = { encoding: "utf-8", bomLength: 0, isWhole: true };
  expect(await detectEncoding(filling(text))).toEqual(whole);
  expect(await detectEncoding(filling(text.subarray(1)))).not.toEqual(whole);
});
