import { expect, test } from "vitest";
import { pageSpace, quadPoints } from "./page-space.js";

const visible = { left: -30, bottom: 40, right: 370, top: 640 };

test.each([
  { turns: 0, size: [400, 600], lowerLeft: { x: 0, y: 600 } },
  { turns: 1, size: [600, 400], lowerLeft: { x: 0, y: 0 } },
  { turns: 2, size: [400, 600], lowerLeft: { x: 400, y: 0 } },
  { turns: 3, size: [600, 400], lowerLeft: { x: 600, y: 400 } },
])("turned by $turns quarters, the lower left corner is where a reader sees it", ({ turns, size, lowerLeft }) => {
  const space = pageSpace({ visible, turns });
  expect([space.width, space.height]).toEqual(size);
  expect(space.toPage(-30, 40)).toEqual(lowerLeft);
});

test.each([0, 1, 2, 3])("turned by %i quarters, there and back is the same point", (turns) => {
  const space = pageSpace({ visible, turns });
  expect(space.toUser(space.toPage(12, 345))).toEqual({ x: 12, y: 345 });
  const box = space.boxOf({ left: 0, bottom: 100, right: 50, top: 120 });
  expect([box.width, box.height]).toEqual(turns % 2 === 1 ? [20, 50] : [50, 20]);
});

test("a quad becomes QuadPoints: upper left, upper right, lower left, lower right", () => {
  const space = pageSpace({ visible: { left: 0, bottom: 0, right: 100, top: 100 }, turns: 0 });
  const quad = [
    { x: 10, y: 20 },
    { x: 30, y: 20 },
    { x: 30, y: 40 },
    { x: 10, y: 40 },
  ] as const;
  expect(quadPoints(quad, space)).toEqual([10, 80, 30, 80, 10, 60, 30, 60]);
});
