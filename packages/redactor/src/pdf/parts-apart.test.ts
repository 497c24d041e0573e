import { expect, test } from "vitest";
import { partsApart } from "./parts-apart.js";
import type { PartJob } from "./work-on-part.js";

/** The thread's module is built and does not lie here, so that it can never begin. */
function withoutThread() {
  return partsApart({ bytes: new Uint8Array(8), open: { name: "a.pdf" } })!;
}

function jobOf(from: number, x = 0): PartJob {
  const corner = { x, y: 0 };
  const quads = new Map([[from, [[corner, corner, corner, corner] as const]]]);
  return { only: { from, to: from + 32 }, quads, rasterize: new Set(), areLinksKept: false };
}

test("a part is taken by one, and what a thread that is gone would have made of it is nothing", async () => {
  const apart = withoutThread();
  apart.offer(jobOf(0));
  expect([apart.take(jobOf(0)), apart.take(jobOf(0))]).toEqual([true, false]);
  expect(await apart.result(jobOf(0))).toBeUndefined();
  apart.offer(jobOf(32));
  expect(await apart.result(jobOf(32))).toBeUndefined();
  await apart.close();
});

test("the same offered again is the same job, and another one for the same pages takes its place", async () => {
  const apart = withoutThread();
  apart.offer(jobOf(0));
  expect(apart.take(jobOf(0))).toBe(true);
  apart.offer(jobOf(0));
  expect(apart.take(jobOf(0))).toBe(false);
  apart.offer(jobOf(0, 1));
  expect(apart.take(jobOf(0, 1))).toBe(true);
  await apart.close();
});
